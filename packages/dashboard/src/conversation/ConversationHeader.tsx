import type { ConversationAnswer } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ChannelMark } from '../channels/ChannelMark.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

export function ConversationHeader({ session, view }: { session: ConversationAnswer; view: View }): ReactElement {
  const { words, format, hrefs, address } = view
  return (
    <header className="ht-header">
      <a className="ht-back" href={hrefs.to('channels', address)}>
        {words.on.channels.title}
      </a>
      <h1>{words.timeline.title(format.moment(session.start.at))}</h1>
      <p className="ht-when">
        <ChannelMark channel={session.rule.channel} view={view} />
        <bdi className="ht-break">{seen(session.site)}</bdi>
        <span>{words.frame.timeZone(view.timeZone)}</span>
      </p>
    </header>
  )
}
