import { help } from '@helptally/core'
import type { Store } from '../store/store.js'
import { headingOf } from './heading.js'
import { reportMetrics } from './metrics.js'
import { orphanSearchesSql } from './orphanSearches.sql.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import { searchesSql, searchSessionsSql, sessionsWithSearchSql } from './searches.sql.js'
import type { SearchCounts, SearchesReport, SearchRow } from './searchShapes.js'
import { MOST_BEHIND, MOST_POSITIONS } from './settings.js'

export const searchesDefinition: SearchesReport['definition'] = {
  id: 'searches',
  version: 1,
  text:
    'Searches that were meant, by Enter, by choosing a result or by a second without typing, and what came of each; told apart without case, punctuation and needless spaces. A search counts on the day ' +
    'of its session, and belongs to the session that it began. Known: the engine answered with a number of results; failed: it did not. A click: an article opened from the search within 30 minutes. ' +
    'CTR: known searches with a click / known. MRR: mean of 1 / position of the first click, 0 without one. No click: of the searches with results. Refined: followed in the same tab by another search within two minutes, ' +
    'before any article. Exit: nothing done in the tab for the idle time after it, and no click; of the searches as old as that; a result may have been answer enough. Success: an article opened from it was read, and neither ' +
    'another search nor asking for help in the session came of it. A query is shown from three tabs on; what is withheld counts in the totals.',
  metrics: reportMetrics.searches,
}

/** Numbers whose sessions can be asked for. */
export const SEARCH_MEASURES = [
  'rows',
  'failed',
  'ctr',
  'zero_result',
  'no_click',
  'refined',
  'exit',
  'success',
] as const

interface Counted {
  /** null for all searches together. */
  readonly query: string | null
  readonly searches: number
  readonly tabs: number
  readonly known: number
  readonly zero: number
  readonly found: number
  readonly filtered: number
  readonly clicked: number
  readonly clicks: number
  readonly entered: number
  /** In no order, without those that nobody clicked. */
  readonly clicks_at: readonly { readonly place: number; readonly clicks: number }[]
  /** Clicks that tell their position, the sum of these, and of 1 / position. */
  readonly placed: number
  readonly places: number
  readonly reciprocals_of_clicks: number
  readonly reciprocals: number
  readonly unclicked: number
  readonly refined: number
  readonly refined_to: string
  readonly over: number
  readonly exits: number
  readonly over_found: number
  readonly exits_found: number
  readonly over_zero: number
  readonly exits_zero: number
  readonly succeeded: number
  readonly click_after_median_ms: number | null
  readonly latency_median_ms: number | null
  readonly latency_p75_ms: number | null
  readonly synthetic: boolean
  readonly rare_queries: number
  readonly rare_searches: number
}

/** `now` (epoch ms) decides which searches have had their time. */
export async function searchesReport(store: Store, query: ReportQuery, now: number): Promise<SearchesReport> {
  const scope = scopeOf(query)
  const ended = { idle_ms: help.idleMs, now }
  const { k, limit } = query
  const [counted, [sessions], [orphans]] = await Promise.all([
    store.queryFacts<Counted>(searchesSql, { ...scope, ...ended, k, limit, places: MOST_POSITIONS }),
    store.queryFacts<{ sessions: number; searched: number }>(sessionsWithSearchSql, scope),
    store.queryFacts<{ orphan_searches: number }>(orphanSearchesSql, scope),
  ])
  const total = counted.find((of) => of.query === null)!
  const rows = counted.flatMap((of) => (of.query === null ? [] : [rowOf(of, of.query)]))
  return {
    definition: searchesDefinition,
    ...headingOf(query),
    synthetic: total.synthetic,
    rows: query.explain === '' ? rows : await withSessions(store, query, rows, ended),
    totals: {
      ...countsOf(total),
      sessions_with_search: rateOf(sessions!.searched, sessions!.sessions),
      orphan_searches: orphans!.orphan_searches,
      withheld: { queries: total.rare_queries, searches: total.rare_searches },
    },
  }
}

const rowOf = (of: Counted, query: string): SearchRow => ({
  query,
  tabs: of.tabs,
  ...countsOf(of),
  refined_to: of.refined_to,
})

function countsOf(of: Counted): SearchCounts {
  const { searches, known, clicks } = of
  return {
    searches,
    known,
    zero: of.zero,
    failed: searches - known,
    filtered: of.filtered,
    ctr: rateOf(of.clicked, known),
    clicks,
    clicks_by_enter: of.entered,
    clicks_by_click: clicks - of.entered,
    clicks_per_search: rateOf(clicks, searches).rate,
    mean_position: rateOf(of.places, of.placed).rate,
    clicks_at: placesOf(of),
    mrr: rateOf(of.reciprocals, known),
    mrr_of_clicks: rateOf(of.reciprocals_of_clicks, of.placed),
    zero_result: rateOf(of.zero, known),
    no_click: rateOf(of.unclicked, of.found),
    refined: rateOf(of.refined, searches),
    exit: rateOf(of.exits, of.over),
    exit_with_results: rateOf(of.exits_found, of.over_found),
    exit_without_results: rateOf(of.exits_zero, of.over_zero),
    success: rateOf(of.succeeded, searches),
    click_after_median_ms: of.click_after_median_ms,
    latency_median_ms: of.latency_median_ms,
    latency_p75_ms: of.latency_p75_ms,
  }
}

function placesOf({ clicks_at }: Counted): number[] {
  const clicks = new Map(clicks_at.map((at) => [at.place, at.clicks]))
  return Array.from({ length: Math.max(0, ...clicks.keys()) }, (_, i) => clicks.get(i + 1) ?? 0)
}

async function withSessions(
  store: Store,
  query: ReportQuery,
  rows: readonly SearchRow[],
  ended: { readonly idle_ms: number; readonly now: number },
): Promise<SearchRow[]> {
  const behind = await store.queryFacts<{ query: string; sessions: string[] }>(searchSessionsSql, {
    ...scopeOf(query),
    ...ended,
    // Only of what is shown.
    queries: rows.map((row) => row.query),
    explain: query.explain,
    most: MOST_BEHIND,
  })
  const sessionsOf = new Map(behind.map((of) => [of.query, of.sessions]))
  return rows.map((row) => ({ ...row, sessions: sessionsOf.get(row.query) ?? [] }))
}
