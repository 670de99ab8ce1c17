import type { Interval } from '@helptally/server/reports'
import type { Messages } from '../messages/messages.js'
import type { View } from '../view.js'

/** What the chart says of its bars: a day each, or a week where the period is long. */
export function chartWords(interval: Interval, { words }: View): Messages['chart']['by']['day'] {
  return words.chart.by[interval === 'week' ? 'week' : 'day']
}
