import type { Store } from '../store/store.js'
import {
  arrivalsSql,
  articleSeriesSql,
  departuresSql,
  revisionSessionsSql,
  revisionsSql,
  tenthsSeenSql,
} from './article.sql.js'
import { type CountedArticle, helpfulnessOf, numbersOf, type Reading } from './articleNumbers.js'
import { commentsSql, reasonsSql, suggestedSql } from './articleSaid.sql.js'
import { headingOf, isoOf } from './heading.js'
import { reportMetrics } from './metrics.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { type Scope, scopeOf } from './scope.js'
import { MOST_BEHIND, MOST_COMMENTS } from './settings.js'
import type {
  Arrivals,
  ArticleReport,
  Comment,
  Departures,
  Interval,
  ReadingStep,
  RevisionRow,
  SuggestedList,
  VoteReasons,
} from './shapes.js'
import { speedOutcomes } from './speedOutcomes.js'

export const articleDefinition: ArticleReport['definition'] = {
  id: 'article',
  version: 1,
  text:
    'One article, by revision, with the numbers of the report articles. A session counts for each revision that it opened. Beside them: how its readers came, by entry, link and query, which ' +
    'is shown when at least three tabs made it; where they went next in the session; the share of openings that saw at least so much of it; why readers voted, by the last vote of each on ' +
    'each revision, and the latest comments; the lists of suggestions seen on it, with the share that was clicked, by the rules of the report suggestions; and what came of openings by their ' +
    'speed, as in the report vitals. The filter article means the one article here. Events of robots and of tests do not count.',
  metrics: reportMetrics.article,
}

type Of = Scope & { readonly of: string }

/** A row of `revisionsSql`. */
type Counted = Omit<CountedArticle, 'name'> & Reading & { readonly name: string | null }

const TENTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export async function articleReport(store: Store, query: ReportQuery): Promise<ArticleReport> {
  const { limit, explain } = query
  const scope = withoutArticle(query)
  const of = { ...scope, of: query.filters.article }
  // Side by side: to plan each takes the database longer than to answer it.
  const [counted, arrivals, departures, reading, reasons, comments, suggested, speed, series] = await Promise.all([
    store.queryFacts<Counted>(revisionsSql, of),
    store.queryFacts<Arrivals>(arrivalsSql, { ...of, limit, least_tabs: query.k }),
    store.queryFacts<Departures>(departuresSql, { ...of, limit }),
    curveOf(store, of),
    store.queryFacts<VoteReasons>(reasonsSql, of),
    commentsOf(store, of),
    suggestedOf(store, of),
    speedOutcomes(store, scope, of.of),
    seriesOf(store, query, of),
  ])
  const whole = counted.find(({ name }) => name === null)!
  const rows = counted.flatMap((of) => (of.name === null ? [] : [rowOf(of, of.name)]))
  return {
    definition: articleDefinition,
    ...headingOf(query),
    synthetic: whole.synthetic ?? false,
    article: query.filters.article,
    rows: explain === '' ? rows : await withSessions(store, of, explain, rows),
    totals: whole.opens > 0 ? numbersOf(whole) : null,
    arrivals,
    departures,
    reading,
    reasons,
    comments,
    suggested,
    speed,
    ...series,
  }
}

const rowOf = (of: Counted, revision: string): RevisionRow => ({
  revision,
  first_at: isoOf(of.first_at),
  ...numbersOf(of),
})

/** Here the article is no filter of sessions. */
const withoutArticle = (query: ReportQuery): Scope => scopeOf({ ...query, filters: { ...query.filters, article: '' } })

async function withSessions(
  store: Store,
  of: Of,
  explain: string,
  rows: readonly RevisionRow[],
): Promise<RevisionRow[]> {
  const behind = await store.query<{ revision: string; sessions: string[] }>(revisionSessionsSql, {
    ...of,
    explain,
    most: MOST_BEHIND,
  })
  const sessionsOf = new Map(behind.map(({ revision, sessions }) => [revision, sessions]))
  return rows.map((row) => ({ ...row, sessions: sessionsOf.get(row.revision) ?? [] }))
}

async function curveOf(store: Store, of: Of): Promise<ReadingStep[]> {
  const seen = await store.queryFacts<{ tenths: number; opens: number }>(tenthsSeenSql, of)
  const seeing = (least: number) => seen.reduce((sum, { tenths, opens }) => (tenths < least ? sum : sum + opens), 0)
  return TENTHS.map((tenths) => ({ scroll: tenths * 10, openings: rateOf(seeing(tenths), seeing(0)) }))
}

async function commentsOf(store: Store, of: Of): Promise<Comment[]> {
  type Said = Omit<Comment, 'at'> & { readonly at: number }
  const comments = await store.queryFacts<Said>(commentsSql, { ...of, most: MOST_COMMENTS })
  return comments.map(({ at, ...said }) => ({ at: isoOf(at), ...said }))
}

async function suggestedOf(store: Store, of: Of): Promise<SuggestedList[]> {
  type Seen = Omit<SuggestedList, 'clicked'> & { readonly seen: number; readonly clicked: number }
  const lists = await store.queryFacts<Seen>(suggestedSql, of)
  return lists.map(({ seen, clicked, ...list }) => ({ ...list, clicked: rateOf(clicked, seen) }))
}

async function seriesOf(
  store: Store,
  { interval, starts }: ReportQuery,
  of: Of,
): Promise<{ interval: Interval } & Pick<ArticleReport, 'series'>> {
  type SeriesCounts = Record<'start' | 'opens' | 'reads' | 'quick_exits' | 'failed' | 'up' | 'down', number>
  const counted = await store.queryFacts<SeriesCounts>(articleSeriesSql, { ...of, starts })
  return {
    interval,
    series: counted.map(({ start, opens, reads, quick_exits, failed, up, down }) => ({
      start: isoOf(start),
      opens,
      read: rateOf(reads, opens),
      quick_exit: rateOf(quick_exits, opens),
      failed: rateOf(failed, opens),
      helpfulness: helpfulnessOf(up, down),
    })),
  }
}
