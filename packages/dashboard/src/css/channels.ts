import { CHANNELS, type Channel } from '@helptally/core'
import { CHANNEL_HATCHES, CHANNEL_HUES, HATCHED_CHANNELS } from '../channels/channelFills.js'

const hue = (channel: Channel): string => `var(--ht-${CHANNEL_HUES[channel]})`
const hatch = (channel: Channel): string =>
  `{ fill: url(#ht-hatch-${channel}) ${hue(channel)}; stroke: ${hue(channel)}; }`
const each = (channels: readonly string[], rule: (channel: Channel) => string): string =>
  channels.map((channel) => rule(channel as Channel)).join('\n')

export const channels: string = `
${each(Object.keys(CHANNELS), (channel) => `.ht-insights .ht-fill-${channel} { fill: ${hue(channel)}; }`)}
${each(Object.keys(CHANNEL_HATCHES), (channel) => `.ht-insights .ht-hue-${channel} { fill: ${hue(channel)}; }`)}
${each(HATCHED_CHANNELS, (channel) => `.ht-insights .ht-fill-${channel} ${hatch(channel)}`)}
.ht-insights .ht-channels :is(th, td):not(:first-child) { text-align: right; }
.ht-insights .ht-channels :is(th, td) { padding-right: 16px; }
.ht-insights .ht-channels tfoot > tr > * { border-top: 1px solid var(--ht-quiet); border-bottom: 0; font-weight: 600; }
.ht-insights .ht-channels tbody th { font-weight: 500; }
.ht-insights .ht-channels td small { display: block; font-size: var(--ht-tiny); font-weight: 400; }
/* Nine names need a line of their own. */
.ht-insights .ht-by-channel .ht-legend { order: 1; flex-basis: 100%; margin-inline-start: 0; }
.ht-insights .ht-by-channel .ht-legend + .ht-files { margin-inline-start: auto; }
/* Five figures that do not fit in one line stand in two, none of them alone. */
@container ht-insights (min-width: 641px) and (max-width: 1300px) {
  .ht-insights .ht-figures:has(> :last-child:nth-child(6)) { grid-template-columns: repeat(3, minmax(0, 1fr)); }
}
@media (prefers-contrast: more), (forced-colors: active), print {
${each(Object.keys(CHANNEL_HATCHES), (channel) => `  .ht-insights .ht-fill-${channel} ${hatch(channel)}`)}
}`
