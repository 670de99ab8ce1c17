import type { QueryParams, Store } from '../store/store.js'
import { gapSessionsSql, gapsSql } from './gaps.sql.js'
import { headingOf } from './heading.js'
import { intervalStarts } from './intervals.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import type { GapRow, GapsReport, GapTerm } from './searchShapes.js'
import { GAP_WEIGHTS, MOST_BEHIND } from './settings.js'

const definition = {
  id: 'gaps',
  version: 1,
  text:
    'What readers look for in vain. A search failed when it found nothing (weight 1), when the visitor asked for help within 24 hours (0.8), when no result was opened (0.6), when the first opened one was left at once (0.5), or when ' +
    'the search was refined (0.3); the heaviest counts. Each visitor counts once a day for each query; the score is the sum of the weights. Left out are searches whose engine failed and searches that found nothing under filters. ' +
    'A query is a gap when it failed in three tabs; what failed in fewer is withheld.',
} as const

const TERMS = Object.keys(GAP_WEIGHTS) as GapTerm[]

/** Numbers whose sessions can be asked for. */
export const GAP_MEASURES: readonly string[] = ['rows', ...TERMS]

type Counted = Readonly<Record<GapTerm, number>> & {
  /** null when there is no gap. */
  readonly query: string | null
  readonly score: number
  readonly tabs: number
  readonly failed: number
  readonly searches: number
  /** Of the totals. */
  readonly gaps: number
  readonly rare_queries: number
  readonly rare_searches: number
  readonly synthetic: boolean
}

export async function gapsReport(store: Store, query: ReportQuery): Promise<GapsReport> {
  const of = {
    ...scopeOf(query),
    // However many days there are.
    days: query.interval === 'day' ? query.starts : intervalStarts(query.period, 'day', Number.POSITIVE_INFINITY)!,
  }
  const counted = await store.queryFacts<Counted>(gapsSql, {
    ...of,
    weights: Object.values(GAP_WEIGHTS),
    k: query.k,
    limit: query.limit,
  })
  const [totals] = counted
  const rows = counted.flatMap((of) => (of.query === null ? [] : [rowOf(of, of.query)]))
  return {
    definition,
    ...headingOf(query),
    synthetic: totals!.synthetic,
    rows: query.explain === '' ? rows : await withSessions(store, { ...of, explain: query.explain }, rows),
    totals: {
      gaps: totals!.gaps,
      withheld: { queries: totals!.rare_queries, searches: totals!.rare_searches },
    },
  }
}

async function withSessions(store: Store, of: QueryParams, rows: readonly GapRow[]): Promise<GapRow[]> {
  const behind = await store.queryFacts<{ query: string; sessions: string[] }>(gapSessionsSql, {
    ...of,
    clusters: rows.map(({ query }) => query),
    terms: TERMS,
    most: MOST_BEHIND,
  })
  const sessionsOf = new Map(behind.map(({ query, sessions }) => [query, sessions]))
  return rows.map((row) => ({ ...row, sessions: sessionsOf.get(row.query) ?? [] }))
}

function rowOf(of: Counted, query: string): GapRow {
  return {
    query,
    score: of.score,
    zero_result: of.zero_result,
    contact_after: of.contact_after,
    no_click: of.no_click,
    quick_exit: of.quick_exit,
    refined_away: of.refined_away,
    tabs: of.tabs,
    failed: rateOf(of.failed, of.searches),
  }
}
