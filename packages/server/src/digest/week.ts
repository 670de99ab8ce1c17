import { DAY_MS } from '../reports/settings.js'
import { wallTimeAt } from '../reports/zonedTime.js'

/** Seven days from a Monday on, as ISO dates. */
export interface Week {
  readonly from: string
  /** The Monday after it. */
  readonly to: string
}

/** The week in which an ISO date lies. */
export function weekOf(isoDate: string): Week {
  const day = Date.parse(isoDate)
  const monday = day - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS
  return { from: isoOf(monday), to: isoOf(monday + 7 * DAY_MS) }
}

/** The last week that is over in a time zone; `now` is epoch ms. */
export function lastWeek(now: number, tz: string): Week {
  const { year, month, day } = wallTimeAt(now, tz)
  return weekOf(isoOf(Date.UTC(year, month - 1, day) - 7 * DAY_MS))
}

const isoOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
