import type { Channel } from '@helptally/core'
import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** A channel by fill and by name, never by its fill alone. */
export function ChannelMark({ channel, view }: { channel: Channel; view: View }): ReactElement {
  return (
    <span className="ht-entry">
      <svg className="ht-swatch" aria-hidden="true" width="10" height="10">
        <rect className={`ht-fill-${channel}`} width="10" height="10" rx="2" />
      </svg>
      {view.words.channel[channel]}
    </span>
  )
}
