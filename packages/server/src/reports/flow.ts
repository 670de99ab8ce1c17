import type { Via } from '@helptally/core'
import type { Store } from '../store/store.js'
import { flowSql, flowTotalsSql } from './flow.sql.js'
import { headingOf } from './heading.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import type { FlowNode, FlowReport } from './searchShapes.js'
import { MOST_BEHIND } from './settings.js'

const definition = {
  id: 'flow',
  version: 1,
  text:
    'What followed what inside sessions: the first article its entry, and each opening and each search the next search, article, or asking for help of the session, or its end. The end of a session that is open yet is where it stands. ' +
    'An article gone back to within half an hour is the same opening; only what came after it first is told. A search before the session is its entry. Articles beyond the most opened are one.',
} as const

/** Numbers whose sessions can be asked for. */
export const FLOW_MEASURES = ['rows'] as const

interface Counted {
  readonly from: FlowNode
  readonly to: FlowNode
  readonly via: Via | ''
  readonly times: number
  readonly followed: number
  readonly synthetic: boolean
  readonly sessions: readonly string[]
}

export async function flowReport(store: Store, query: ReportQuery): Promise<FlowReport> {
  const { limit, explain } = query
  const scope = scopeOf(query)
  const counted = await store.queryFacts<Counted>(flowSql, { ...scope, limit, explain, most: MOST_BEHIND })
  const [totals] = await store.queryFacts<FlowReport['totals']>(flowTotalsSql, scope)
  return {
    definition,
    ...headingOf(query),
    synthetic: counted.some(({ synthetic }) => synthetic),
    rows: counted.map(({ followed, synthetic: _, sessions, ...row }) => ({
      ...row,
      share: rateOf(row.times, followed),
      ...(explain !== '' && { sessions }),
    })),
    totals: totals!,
  }
}
