import { type Address, type PeriodView, RANGES } from '@helptally/dashboard'
import { parseReportQuery } from '@helptally/server'

const DEFAULT_DAYS = 30
const DAY_MS = 24 * 60 * 60_000
/** So many days are drawn one by one. */
const MOST_DAYS = 120
/** Three years. */
const MOST_DAYS_AT_ALL = 1_100
/** Years that reports know, with room for the period before. */
const ISO_DATE = /^20[1-8]\d-\d\d-\d\d$/

export interface Slice {
  readonly period: PeriodView
  readonly interval: 'day' | 'week'
}

/**
 * The period of an address: its `from` and `to`, both included, else its last `days`, today included. It is compared with
 * as much of the period before as has passed of this one, so that a young day does not look like a fall.
 */
export function periodOf(address: Address, timeZone: string, now: number): Slice {
  const today = dateIn(timeZone, now)
  const days = RANGES.find((range) => String(range) === address.days) ?? DEFAULT_DAYS
  const own = ownDates(address)
  const dates = own ?? { from: daysAfter(today, 1 - days), to: daysAfter(today, 1) }
  const length = daysBetween(dates)
  const { from, to } = instantsOf(dates, timeZone, now)
  const start = instantsOf({ from: daysAfter(dates.from, -length), to: dates.from }, timeZone, now).from
  const passed = Math.max(0, Math.min(now, Date.parse(to)) - Date.parse(from))
  const end = new Date(Math.min(Date.parse(from), Date.parse(start) + passed)).toISOString()
  const isCompared = address.compare !== 'none' && passed > 0
  return {
    period: { from, to, days: own ? null : days, before: isCompared ? { from: start, to: end } : null },
    interval: length > MOST_DAYS ? 'week' : 'day',
  }
}

interface Dates {
  readonly from: string
  /** Not part of it. */
  readonly to: string
}

/** The dates that a reader chose, or null when they are none. */
function ownDates({ from = '', to = '' }: Address): Dates | null {
  if (!isDate(from) || !isDate(to) || from > to) return null
  const dates = { from, to: daysAfter(to, 1) }
  return daysBetween(dates) > MOST_DAYS_AT_ALL ? null : dates
}

/** The 31st of February would be read as one of March. */
function isDate(text: string): boolean {
  return ISO_DATE.test(text) && !Number.isNaN(Date.parse(text)) && daysAfter(text, 0) === text
}

const daysBetween = ({ from, to }: Dates): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** Where the days begin. */
function instantsOf(dates: Dates, tz: string, now: number) {
  const parsed = parseReportQuery({ site: 'any', tz, interval: 'month', ...dates }, now)
  if (!parsed.ok) throw new Error(`[helptally] ${parsed.reason}`)
  const { from, to } = parsed.query.period
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
}

/** The ISO date of an instant in a time zone. */
function dateIn(timeZone: string, at: number): string {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
}

function daysAfter(isoDate: string, days: number): string {
  return new Date(Date.parse(isoDate) + days * DAY_MS).toISOString().slice(0, 10)
}
