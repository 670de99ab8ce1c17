import { intervalStarts } from '../reports/intervals.js'
import { parseMoment } from '../reports/parseMoment.js'

/**
 * Where the days of a period begin, and where the last one ends (epoch ms); null where the dates are none, or the days too
 * many.
 */
export function dayStarts({ from, to, tz }: { readonly from: string; readonly to: string; readonly tz: string }): {
  readonly starts: readonly number[]
  readonly end: number
} | null {
  const [first, end] = [parseMoment(from, tz), parseMoment(to, tz)]
  if (first === null || end === null || first >= end) return null
  const starts = intervalStarts({ from: first, to: end, tz }, 'day')
  return starts && { starts, end }
}
