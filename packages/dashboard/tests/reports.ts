import type { Entry, VitalName } from '@helptally/core'
import type {
  ArticleNumbers,
  ArticlesReport,
  GapsReport,
  LiveReport,
  OutcomeCounts,
  OutcomesReport,
  Rate,
  SearchCounts,
  SearchesReport,
  SessionRow,
  SessionsReport,
  VitalsReport,
  VitalsRow,
  WorkedGap,
} from '@helptally/server/reports'
import type { Hrefs, PageId, PageView } from '../src/index.js'

const DAY_MS = 86_400_000
/** The midnight after 22 November 2026, in UTC. */
const TO = Date.parse('2026-11-23T00:00:00Z')

const query = (params: object) => {
  const said = Object.entries(params).filter(([, value]) => value)
  return said.length > 0 ? `?${new URLSearchParams(said)}` : ''
}

export const hrefs: Hrefs = {
  to: (page, changes = {}) => `/insights/${page}${query(changes)}`,
  ofSite: (site) => `/insights?site=${site}`,
  session: (id) => `/insights/sessions/${id}`,
  live: '/api/help/live?site=ayuda',
  changeGap: '/api/help/gaps?site=ayuda',
  job: (kind, nr) => `/api/help/${kind}s${nr ? `/${nr}` : ''}?site=ayuda`,
  exportFile: (nr) => `/api/help/exports/${nr}/file?site=ayuda`,
  csv: (report, params = {}) => `/api/help/reports/${report}${query({ ...params, format: 'csv' })}`,
}

/** The thirty days before 23 November 2026, asked about at noon of the last one. */
export function pageView(page: PageId, changes: Partial<PageView> = {}): PageView {
  return {
    locale: 'en',
    page,
    site: 'ayuda',
    sites: ['ayuda'],
    timeZone: 'UTC',
    now: TO - DAY_MS / 2,
    period: {
      from: new Date(TO - 30 * DAY_MS).toISOString(),
      to: new Date(TO).toISOString(),
      days: 30,
      before: { from: new Date(TO - 60 * DAY_MS).toISOString(), to: new Date(TO - 30.5 * DAY_MS).toISOString() },
    },
    address: {},
    hrefs,
    mayEdit: true,
    isAdmin: true,
    done: null,
    ...changes,
  }
}

/** After the last day of the reports below, epoch ms. */
export const LATER: number = TO

const SESSIONS = { id: 'sessions', version: 3, text: 'What the server says a session is.', metrics: {} } as const
const LIVE = { id: 'live', version: 3, text: 'What the server says the latest sessions are.', metrics: {} } as const
const VITALS = { id: 'vitals', version: 4, text: 'What the server says a percentile is.', metrics: {} } as const

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

const of = (id: string) => ({ id, version: 1, text: `What the server says of ${id}.`, metrics: {} })
const rate = (share: number | null, n: number): Rate => ({ rate: share, n })

export function searchesReport(success: Rate = rate(0.4, 200)): SearchesReport {
  const none = rate(null, 0)
  const counts: SearchCounts = {
    ...{ searches: 200, known: 200, zero: 20, failed: 0, filtered: 0, clicks: 100 },
    ...{ clicks_by_enter: 40, clicks_by_click: 60, clicks_per_search: 0.5, mean_position: 1.4, clicks_at: [80, 20] },
    ...{ ctr: rate(0.45, 200), mrr: none, mrr_of_clicks: none, zero_result: rate(0.1, 200), no_click: none },
    ...{ refined: none, exit: none, exit_with_results: none, exit_without_results: none, success },
    ...{ click_after_median_ms: 3_000, latency_median_ms: 20, latency_p75_ms: 40 },
  }
  const totals = { ...counts, sessions_with_search: none, orphan_searches: 9, withheld: { queries: 2, searches: 3 } }
  return { definition: { ...of('searches'), id: 'searches' }, ...about(30), rows: [], totals }
}

export function outcomesReport(counts: Partial<OutcomeCounts> = {}): OutcomesReport {
  const totals: OutcomeCounts = {
    ...{ sessions: 100, found: 62, failed: 35, contacted: 3, contact: rate(0.03, 100), contact_starts: 5 },
    helpfulness: { ...rate(0.8, 40), low: 0.652 },
    ...{ one_article: 60, two_articles: 20, three_articles: 15, more_articles: 5, duration_median_ms: 90_000 },
    ...{ one_event: 4, interactions: 300, interactions_per_session: 3 },
    ...counts,
  }
  return { definition: { ...of('outcomes'), id: 'outcomes' }, ...about(30), interval: 'day', rows: [], totals }
}

/** A gap of which no editor has said anything. */
export const untouched = (query: string): WorkedGap => ({
  ...{ query, queries: [], status: 'open', since: null, owner: '', linked_article: '' },
  ...{ before: { rate: null, n: 0 }, after: { rate: null, n: 0 } },
})

export function gapsReport(...queries: readonly (readonly [query: string, score: number])[]): GapsReport {
  const terms = { zero_result: 5, contact_after: 0, no_click: 2, quick_exit: 0, refined_away: 0 }
  const rows = queries.map(([query, score]) => ({
    ...untouched(query),
    score,
    ...terms,
    tabs: 7,
    failed: rate(0.9, 8),
  }))
  const by_status = { open: rows.length, planned: 0, written: 0, dismissed: 0 }
  const totals = { gaps: rows.length, by_status, withheld: { queries: 0, searches: 0 } }
  return { definition: { ...of('gaps'), id: 'gaps', version: 2 }, ...about(30), rows, quiet: [], totals }
}

export function articlesReport(...failing: readonly (readonly [article: string, failed: Rate])[]): ArticlesReport {
  const some = rate(0.5, 40)
  const numbers: Omit<ArticleNumbers, 'failed'> = {
    ...{ opens: 40, session_views: 38, engaged_median_ms: 40_000, engaged_p75_ms: 70_000, scroll_median: 60 },
    ...{ read: some, quick_exit: some, last_article: some, search_again: some, contact_after: some, votes: some },
    ...{ helpfulness: { ...rate(0.8, 10), low: 0.49 }, score: 12 },
  }
  const rows = failing.map(([article, failed]) => ({ article, ...numbers, failed }))
  const totals = { articles: rows.length, opens: 40 * rows.length }
  return { definition: { ...of('articles'), id: 'articles' }, ...about(30), rows, totals }
}
