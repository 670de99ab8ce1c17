import type { ReactElement } from 'react'
import { CHANNEL_HATCHES } from './channelFills.js'

export function ChannelHatches(): ReactElement {
  return (
    <defs>
      {Object.entries(CHANNEL_HATCHES).map(([channel, { path, turn }]) => (
        <pattern
          key={channel}
          id={`ht-hatch-${channel}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${turn})`}
        >
          <path className={`ht-hue-${channel}`} d={path} />
        </pattern>
      ))}
    </defs>
  )
}
