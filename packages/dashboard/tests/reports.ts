import type { Entry, VitalName } from '@helptally/core'
import type { LiveReport, SessionRow, SessionsReport, VitalsReport, VitalsRow } from '@helptally/server/reports'
import type { Hrefs, PeriodView } from '../src/index.js'

const DAY_MS = 86_400_000
/** The midnight after 22 November 2026, in UTC. */
const TO = Date.parse('2026-11-23T00:00:00Z')

export const hrefs: Hrefs = {
  overview: (params) => `/insights?${new URLSearchParams(params as Record<string, string>)}`,
  session: (id) => `/insights/sessions/${id}`,
}

/** In the last day of the reports below. */
export const today: PeriodView = { days: 30, now: TO - DAY_MS / 2 }
/** After their last day. */
export const later: PeriodView = { days: 30, now: TO }

const SESSIONS = { id: 'sessions', version: 2, text: 'What the server says a session is.' } as const
const LIVE = { id: 'live', version: 3, text: 'What the server says the latest sessions are.' } as const
const VITALS = { id: 'vitals', version: 3, text: 'What the server says a percentile is.' } as const

const about = (days: number) => ({
  site: 'ayuda',
  from: new Date(TO - days * DAY_MS).toISOString(),
  to: new Date(TO).toISOString(),
  tz: 'UTC',
  synthetic: false,
})

type Counts = readonly [article_click: number, direct_link: number, search_enter: number]

/** A report of one row for each triple of counts, the last one today. */
export function sessionsReport(days: readonly Counts[], orphans = 0): SessionsReport {
  const sum = (index: number) => days.reduce((total, day) => total + day[index]!, 0)
  return {
    definition: SESSIONS,
    ...about(days.length),
    interval: 'day',
    rows: days.map((day, i) => ({ start: new Date(TO - (days.length - i) * DAY_MS).toISOString(), ...counts(day) })),
    totals: { ...counts([sum(0), sum(1), sum(2)]), orphan_searches: orphans },
  }
}

function counts([article_click, direct_link, search_enter]: Counts): Record<'sessions' | Entry, number> {
  return { sessions: article_click + direct_link + search_enter, article_click, direct_link, search_enter }
}

/** Numbers that differ from day to day and from entry to entry. */
export function someDays(count: number): Counts[] {
  return Array.from({ length: count }, (_, i): Counts => [(i * 7) % 23, (i * 5) % 17, (i * 3) % 11])
}

export function sessionRow(row: Partial<SessionRow> = {}): SessionRow {
  return {
    id: '019ab000-0000-7000-8000-000000000001',
    entry: 'direct_link',
    via: 'external',
    article: 'instalar',
    started_at: '2026-11-22T10:00:00.000Z',
    last_at: '2026-11-22T10:03:12.000Z',
    ended_at: '2026-11-22T10:08:12.000Z',
    end_reason: 'idle',
    duration_ms: 192_000,
    articles: 2,
    searches: 1,
    visitor_id: '019ab000-0000-7000-8000-0000000000aa',
    synthetic: false,
    ...row,
  }
}

export function liveReport(rows: readonly SessionRow[] = []): LiveReport {
  const totals = { open: rows.filter((row) => row.ended_at === null).length }
  const now = { per_minute: [0, 0, 0, 0, 0], searches: [], searches_withheld: 0, not_found: [] }
  return { definition: LIVE, ...about(30), rows, totals, ...now }
}

export function vital(metric: VitalName, p75: number, row: Partial<VitalsRow> = {}): VitalsRow {
  const none = { rate: 0, n: 100 }
  const shares = { good: { rate: 1, n: 100 }, needs_improvement: none, poor: none }
  return { article: 'instalar', metric, navigation: 'hard', p75, n: 100, ...shares, ...row }
}

export function vitalsReport(rows: readonly VitalsRow[] = []): VitalsReport {
  return { definition: VITALS, ...about(30), rows, speed: [] }
}
