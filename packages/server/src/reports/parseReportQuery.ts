import { LIMITS } from '@helptally/core/schema'
import { GAP_STATUSES, type GapStatus } from '../gapWork/gapWork.js'
import { intervalStarts, MAX_INTERVALS } from './intervals.js'
import { parseMoment } from './parseMoment.js'
import { type Filters, parseFilters } from './scope.js'
import { K_TABS, MOST_K_TABS } from './settings.js'
import { INTERVALS, type Interval, type Period } from './shapes.js'
import { isTimeZone, startOfDay, wallTimeAt } from './zonedTime.js'

/** What a report is asked for. */
export interface ReportQuery {
  readonly site: string
  readonly period: Period
  readonly interval: Interval
  /** Where the intervals of the period begin, epoch ms. */
  readonly starts: readonly number[]
  /** Rows of a list. */
  readonly limit: number
  /** Tabs that must have searched a query for it to be shown, at least `K_TABS`. */
  readonly k: number
  readonly filters: Filters
  /** The number whose sessions are asked for as well: 'rows', or one that the report names. '' for none. */
  readonly explain: string
  /** How far the work on the gaps that are asked for has come; '' for all. */
  readonly status: GapStatus | ''
  /** How long after a session a ticket is put down to it. */
  readonly windowHours: number
  /** Whether the period before is asked for as well. */
  readonly compares: boolean
}

/** What was asked for, or what is wrong with it. */
export type ParsedReportQuery =
  | { readonly ok: true; readonly query: ReportQuery }
  | { readonly ok: false; readonly reason: string }

/** As a URL has them, or as Next hands them to a page. */
export type SearchParams = URLSearchParams | Readonly<Record<string, string | readonly string[] | undefined>>

/** What holds where a request does not say it. */
export interface ReportDefaults {
  readonly site?: string | undefined
  /** IANA time zone. */
  readonly tz?: string | undefined
}

const DEFAULT_DAYS = 30
const DEFAULT_LIMIT = 20
const MAX_LIMIT = 200
const DEFAULT_WINDOW_HOURS = 24
const MAX_WINDOW_HOURS = 168

/**
 * Reads `site`, `from`, `to`, `tz`, `interval`, `limit`, `k`, `window_hours`, `explain`, `status`, `compare` and the filters.
 * Without `from` and `to` the period is the last 30 days, today included. `now` is epoch ms. The reason says which
 * parameter, what was expected and what came.
 */
export function parseReportQuery(params: SearchParams, now: number, defaults: ReportDefaults = {}): ParsedReportQuery {
  const read = readerOf(params)
  const site = read('site') ?? defaults.site
  if (!site) return no('site: expected the id of a help center, got none')
  if (site.length > LIMITS.site) return no(`site: expected at most ${LIMITS.site} characters, got ${site.length}`)

  const tz = read('tz') ?? defaults.tz ?? 'UTC'
  if (!isTimeZone(tz)) return no(`tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`)

  const interval = read('interval') ?? 'day'
  if (!isInterval(interval)) return no(`interval: expected ${INTERVALS.join(', ')}, got "${interval}"`)

  const limit = Number(read('limit') ?? DEFAULT_LIMIT)
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    return no(`limit: expected a whole number from 1 to ${MAX_LIMIT}, got "${read('limit')}"`)
  }

  const k = Number(read('k') ?? K_TABS)
  if (!Number.isInteger(k) || k < K_TABS || k > MOST_K_TABS) {
    return no(`k: expected a whole number from ${K_TABS} to ${MOST_K_TABS}, got "${read('k')}"`)
  }

  const windowHours = Number(read('window_hours') ?? DEFAULT_WINDOW_HOURS)
  if (!Number.isInteger(windowHours) || windowHours < 1 || windowHours > MAX_WINDOW_HOURS) {
    return no(`window_hours: expected a whole number from 1 to ${MAX_WINDOW_HOURS}, got "${read('window_hours')}"`)
  }

  const period = periodOf(read('from'), read('to'), tz, now)
  if (typeof period === 'string') return no(period)
  const starts = intervalStarts(period, interval)
  if (starts === null) {
    return no(
      `interval: expected at most ${MAX_INTERVALS} intervals, got more: ask for a shorter period or a longer interval`,
    )
  }
  const filters = parseFilters(read)
  if (typeof filters === 'string') return no(filters)
  const compare = read('compare')
  if (compare !== undefined && compare !== 'before') return no(`compare: expected before, got "${compare}"`)
  const compares = compare === 'before'
  const explain = read('explain') ?? ''
  const status = read('status') ?? ''
  if (!isStatus(status)) return no(`status: expected ${GAP_STATUSES.join(', ')}, got "${status}"`)
  return {
    ok: true,
    query: { site, period, interval, starts, limit, k, filters, explain, status, windowHours, compares },
  }
}

const isStatus = (text: string): text is GapStatus | '' =>
  text === '' || (GAP_STATUSES as readonly string[]).includes(text)

const no = (reason: string): ParsedReportQuery => ({ ok: false, reason })

/** The period, or what is wrong with it. */
function periodOf(fromText: string | undefined, toText: string | undefined, tz: string, now: number): Period | string {
  const to = toText === undefined ? startOfDay(daysAfter(now, tz, 1), tz) : parseMoment(toText, tz)
  if (to === null) return expectedMoment('to', toText!)
  const from = fromText === undefined ? startOfDay(daysAfter(to, tz, -DEFAULT_DAYS), tz) : parseMoment(fromText, tz)
  if (from === null) return expectedMoment('from', fromText!)
  if (from >= to) return `from: expected a moment before to, got ${iso(from)} and ${iso(to)}`
  return { from, to, tz }
}

const expectedMoment = (name: string, text: string): string =>
  `${name}: expected a date such as 2026-11-01 or an instant such as 2026-11-01T09:30:00Z, from 2000 to 2099, got "${text}"`

const iso = (instant: number): string => new Date(instant).toISOString()

function daysAfter(instant: number, tz: string, days: number): { year: number; month: number; day: number } {
  const { year, month, day } = wallTimeAt(instant, tz)
  return { year, month, day: day + days }
}

const isInterval = (text: string): text is Interval => (INTERVALS as readonly string[]).includes(text)

/** Empty counts as absent: forms send empty fields. Of a repeated parameter the first counts. */
function readerOf(params: SearchParams): (name: string) => string | undefined {
  if (params instanceof URLSearchParams) return (name) => params.get(name) || undefined
  return (name) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    return (typeof value === 'string' ? value : value?.[0]) || undefined
  }
}
