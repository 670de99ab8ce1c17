import type { Interval, Period } from './shapes.js'
import { startOfDay, wallTimeAt } from './zonedTime.js'

const MINUTE_MS = 60_000
const SECOND_MS = 1_000

/** More rows than that nobody reads, and a year of hours would cost the database for nothing. */
export const MAX_INTERVALS = 1_000

/**
 * Where the intervals of a period begin (epoch ms): the first at `from`, the others where the zone's hour, day, week
 * (Monday) or month does. null when they are more than `most`.
 */
export function intervalStarts(
  { from, to, tz }: Period,
  interval: Interval,
  most: number = MAX_INTERVALS,
): number[] | null {
  const starts: number[] = []
  for (let start = from; start < to; start = nextStart(start, interval, tz)) {
    if (starts.length === most) return null
    starts.push(start)
  }
  return starts
}

function nextStart(instant: number, interval: Interval, tz: string): number {
  const { year, month, day, minute, second } = wallTimeAt(instant, tz)
  switch (interval) {
    case 'hour':
      // Counted from the wall, not from the hour before: some zones shift by half an hour.
      return instant - (instant % SECOND_MS) + (60 - minute) * MINUTE_MS - second * SECOND_MS
    case 'day':
      return startOfDay({ year, month, day: day + 1 }, tz)
    case 'week':
      return startOfDay({ year, month, day: day + 7 - daysSinceMonday(year, month, day) }, tz)
    case 'month':
      return startOfDay({ year, month: month + 1, day: 1 }, tz)
  }
}

const daysSinceMonday = (year: number, month: number, day: number): number =>
  (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
