import type { Store } from '../store/store.js'
import { helpfulnessOf } from './articleNumbers.js'
import { headingOf, isoOf } from './heading.js'
import { reportMetrics } from './metrics.js'
import { durationSql, outcomeSessionsSql, outcomesSql } from './outcomes.sql.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import { MOST_BEHIND } from './settings.js'
import type { OutcomeCounts, OutcomeRow, OutcomesReport } from './shapes.js'

export const outcomesDefinition: OutcomesReport['definition'] = {
  id: 'outcomes',
  version: 1,
  text:
    'What came of the sessions, by the interval on which they started. Found: at least one article was read, and no contact was sent. Failed: none was read, and no contact was sent. ' +
    'Contacted: a contact was sent; however many, a session counts once. The three sum to the sessions. An article that is still open when the next session starts belongs to both. ' +
    'Helpfulness: the last vote of each visitor on each revision, with the lower bound of the 95 % Wilson interval. A duration runs from the start to the last activity; sessions without any ' +
    'after the start have none, and are counted apart (one_event). Interactions: searches, clicks on suggestions, openings of articles, votes and clicks on a contact; a suggestion that was ' +
    'clicked and the article it opened are two, and a search that led to the session is part of it. Events of robots and of tests do not count.',
  metrics: reportMetrics.outcomes,
}

/** Numbers whose sessions can be asked for. */
export const OUTCOME_MEASURES = ['rows', 'found', 'failed', 'contacted', 'contact_starts', 'one_event'] as const

type Counted = Omit<OutcomeCounts, 'contact' | 'helpfulness' | 'interactions_per_session'> & {
  readonly start: number
  readonly up: number
  readonly down: number
  readonly synthetic: boolean
}

export async function outcomesReport(store: Store, query: ReportQuery): Promise<OutcomesReport> {
  const { interval, starts } = query
  const scope = scopeOf(query)
  const counted = await store.queryFacts<Counted>(outcomesSql, { ...scope, starts })
  const [duration] = await store.queryFacts<Pick<Counted, 'duration_median_ms'>>(durationSql, scope)
  const rows = counted.map((row) => ({ start: isoOf(row.start), ...countsOf(row) }))
  return {
    definition: outcomesDefinition,
    ...headingOf(query),
    interval,
    synthetic: counted.some(({ synthetic }) => synthetic),
    rows: query.explain === '' ? rows : await withSessions(store, query, starts, rows),
    totals: countsOf({ ...counted.reduce(sumOf), ...duration! }),
  }
}

function sumOf(a: Counted, b: Counted): Counted {
  const sums = Object.entries(a).map(([key, value]) => [
    key,
    typeof value === 'number' ? value + Number(b[key as keyof Counted]) : value,
  ])
  return Object.fromEntries(sums)
}

function countsOf({ start: _, synthetic: __, up, down, ...counts }: Counted): OutcomeCounts {
  const { sessions, contacted, interactions } = counts
  return {
    ...counts,
    contact: rateOf(contacted, sessions),
    helpfulness: helpfulnessOf(up, down),
    interactions_per_session: rateOf(interactions, sessions).rate,
  }
}

async function withSessions(
  store: Store,
  query: ReportQuery,
  starts: readonly number[],
  rows: readonly OutcomeRow[],
): Promise<OutcomeRow[]> {
  const behind = await store.query<{ start: number; sessions: string[] }>(outcomeSessionsSql, {
    ...scopeOf(query),
    starts,
    explain: query.explain,
    most: MOST_BEHIND,
  })
  const sessionsOf = new Map(behind.map(({ start, sessions }) => [isoOf(start), sessions]))
  return rows.map((row) => ({ ...row, sessions_behind: sessionsOf.get(row.start) ?? [] }))
}
