import type { Interval } from '@helptally/server/reports'
import type { ChannelsWords } from '../messages/channels.js'
import type { View } from '../view.js'

/** What the chart of channels says of itself: a bar is a day, or a week where the period is long. */
export function channelChartWords(interval: Interval, { words }: View): ChannelsWords['by']['day'] {
  return words.on.channels.by[interval === 'week' ? 'week' : 'day']
}
