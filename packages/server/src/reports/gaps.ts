import type { GapStatus } from '../gapWork/gapWork.js'
import type { QueryParams, Store } from '../store/store.js'
import { effectsOf } from './gapEffects.js'
import { anyGapWorkSql, type GapStatements, gapStatements, queriesOfGapsSql } from './gaps.sql.js'
import { headingOf } from './heading.js'
import { intervalStarts } from './intervals.js'
import { reportMetrics } from './metrics.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import type { GapRow, GapsReport, GapTerm, WorkedGap } from './searchShapes.js'
import { GAP_WEIGHTS, MOST_BEHIND } from './settings.js'

export const gapsDefinition: GapsReport['definition'] = {
  id: 'gaps',
  version: 2,
  text:
    'What readers look for in vain. A search failed when it found nothing (weight 1), when the visitor asked for help within 24 hours (0.8), when no result was opened (0.6), when the first opened one was left at once (0.5), or when ' +
    'the search was refined (0.3); the heaviest counts. Queries that an editor put together are one gap. Each visitor counts once a day for each gap; the score is the sum of the weights. Left out are searches whose engine failed and searches that found nothing under filters. ' +
    'A query is a gap when it failed in three tabs; what failed in fewer is withheld. Of a gap marked as written, failed of its searches are told of the 28 days before and after.',
  metrics: reportMetrics.gaps,
}

const NONE = rateOf(0, 0)
const TERMS = Object.keys(GAP_WEIGHTS) as GapTerm[]

/** Numbers whose sessions can be asked for. */
export const GAP_MEASURES: readonly string[] = ['rows', ...TERMS]

/** What editors said of a gap. */
interface Said {
  readonly query: string
  readonly status: GapStatus
  readonly since: number | null
  readonly owner: string
  readonly linked_article: string
}

type Counted = Readonly<Record<GapTerm | GapStatus, number>> &
  Omit<Said, 'query'> & {
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
  const { k, limit, status, explain, site } = query
  const of = {
    ...scopeOf(query),
    // However many days there are.
    days: query.interval === 'day' ? query.starts : intervalStarts(query.period, 'day', Number.POSITIVE_INFINITY)!,
  }
  const wanted = { ...of, k, limit, status }
  const [put, [work]] = await Promise.all([
    store.query<{ cluster: string; queries: string[] }>(queriesOfGapsSql, { site }),
    store.query<{ any_work: boolean }>(anyGapWorkSql, { site }),
  ])
  const sql = gapStatements[put.length > 0 ? 'together' : 'apart']
  const [counted, quiet] = await Promise.all([
    store.queryFacts<Counted>(sql.gaps, { ...wanted, weights: Object.values(GAP_WEIGHTS) }),
    work!.any_work ? store.queryFacts<Said>(sql.quiet, wanted) : [],
  ])
  const gaps = counted.flatMap((of) => (of.query === null ? [] : [{ ...of, query: of.query }]))
  const effects = await effectsOf(store, query, [...gaps, ...quiet], sql)
  const queriesIn = new Map(put.map(({ cluster, queries }) => [cluster, queries]))
  const workOn = ({ query, status, since, owner, linked_article }: Said): WorkedGap => ({
    query,
    queries: queriesIn.get(query) ?? [],
    status,
    since: since === null ? null : new Date(since).toISOString(),
    owner,
    linked_article,
    before: effects.get(query)?.before ?? NONE,
    after: effects.get(query)?.after ?? NONE,
  })
  const rows = gaps.map((gap) => ({ ...numbersOf(gap), ...workOn(gap) }))
  const totals = counted[0]!
  return {
    definition: gapsDefinition,
    ...headingOf(query),
    synthetic: totals.synthetic,
    rows: explain === '' ? rows : await withSessions(store, sql, { ...of, explain }, rows),
    quiet: quiet.map(workOn),
    totals: {
      gaps: totals.gaps,
      by_status: {
        open: totals.open,
        planned: totals.planned,
        written: totals.written,
        dismissed: totals.dismissed,
      },
      withheld: { queries: totals.rare_queries, searches: totals.rare_searches },
    },
  }
}

async function withSessions(
  store: Store,
  sql: GapStatements,
  of: QueryParams,
  rows: readonly GapRow[],
): Promise<GapRow[]> {
  const behind = await store.queryFacts<{ query: string; sessions: string[] }>(sql.sessions, {
    ...of,
    clusters: rows.map(({ query }) => query),
    terms: TERMS,
    most: MOST_BEHIND,
  })
  const sessionsOf = new Map(behind.map(({ query, sessions }) => [query, sessions]))
  return rows.map((row) => ({ ...row, sessions: sessionsOf.get(row.query) ?? [] }))
}

function numbersOf(of: Counted): Omit<GapRow, keyof WorkedGap> {
  return {
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
