import type { Interval } from '@helptally/server/reports'
import type { Formats } from '../format/formats.js'

/** The start of an interval as its row is called. */
export function startText(start: string, interval: Interval, format: Formats): string {
  return interval === 'hour' ? format.dayAndTime(start) : format.fullDay(start)
}
