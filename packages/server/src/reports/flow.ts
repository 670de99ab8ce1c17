import type { Via } from '@helptally/core'
import type { QueryParams, Store } from '../store/store.js'
import { flowSessionsSql, flowSql } from './flow.sql.js'
import { headingOf } from './heading.js'
import { reportMetrics } from './metrics.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import type { FlowNode, FlowReport, FlowRow } from './searchShapes.js'
import { MOST_BEHIND } from './settings.js'

export const flowDefinition: FlowReport['definition'] = {
  id: 'flow',
  version: 1,
  text:
    'What followed what inside sessions: the first article its entry, and each opening and each search the next search, article, or asking for help of the session, or its end. The end of a session that is open yet is where it stands. ' +
    'An article gone back to within half an hour is the same opening; only what came after it first is told. A search before the session is its entry. Articles beyond the most opened are one.',
  metrics: reportMetrics.flow,
}

/** Numbers whose sessions can be asked for. */
export const FLOW_MEASURES = ['rows'] as const

interface Counted {
  readonly from: FlowNode
  readonly to: FlowNode
  readonly via: Via | ''
  readonly times: number
  readonly followed: number
  readonly synthetic: boolean
  /** Of the totals. */
  readonly articles: number
}

export async function flowReport(store: Store, query: ReportQuery): Promise<FlowReport> {
  const { limit, explain } = query
  const scope = scopeOf(query)
  const counted = await store.queryFacts<Counted>(flowSql, { ...scope, limit })
  const rows = counted.map(({ followed, synthetic: _, articles: __, ...row }) => ({
    ...row,
    share: rateOf(row.times, followed),
  }))
  return {
    definition: flowDefinition,
    ...headingOf(query),
    synthetic: counted.some(({ synthetic }) => synthetic),
    rows: explain === '' ? rows : await withSessions(store, { ...scope, limit }, rows),
    totals: {
      sessions: rows.reduce((sum, { from, times }) => (from.startsWith('entry:') ? sum + times : sum), 0),
      articles: counted[0]?.articles ?? 0,
    },
  }
}

type Step = Pick<FlowRow, 'from' | 'to' | 'via'>

async function withSessions(store: Store, of: QueryParams, rows: readonly FlowRow[]): Promise<FlowRow[]> {
  type Behind = Step & { readonly sessions: readonly string[] }
  const behind = await store.queryFacts<Behind>(flowSessionsSql, { ...of, most: MOST_BEHIND })
  const sessionsOf = new Map(behind.map(({ sessions, ...step }) => [keyOf(step), sessions]))
  return rows.map((row) => ({ ...row, sessions: sessionsOf.get(keyOf(row)) ?? [] }))
}

const keyOf = ({ from, to, via }: Step): string => JSON.stringify([from, to, via])
