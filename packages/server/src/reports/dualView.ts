import { webAnalytics } from '@helptally/core'
import type { Store } from '../store/store.js'
import { visitsSql } from './dualView.sql.js'
import { isoOf } from './heading.js'
import type { ReportQuery } from './parseReportQuery.js'
import { sessionsReport } from './sessions.js'
import type { Interval } from './shapes.js'

/** Sessions by our rules, and visits by those of web analytics. */
export interface DualCounts {
  /** As the report `sessions` counts them. */
  readonly sessions: number
  /** Visits by the half hour of web analytics: to hold other tools' numbers against, and no count of Helptally. */
  readonly web_analytics_sessions: number
}

/** Sessions beside what web analytics would call one, by the interval on which each began. */
export interface DualView {
  readonly site: string
  /** ISO instants. */
  readonly from: string
  readonly to: string
  readonly tz: string
  readonly interval: Interval
  /** One row an interval, zeros included. `start` is an ISO instant. */
  readonly rows: readonly ({ readonly start: string } & DualCounts)[]
  readonly totals: DualCounts
}

/**
 * Counts a period twice. Of pages, a store knows those of articles; so a visit is the articles that a visitor opened
 * with less than half an hour between them, in whatever tabs. Filters choose nothing here.
 */
export async function dualView(store: Store, query: ReportQuery): Promise<DualView> {
  const { site, starts, period } = query
  const { from, to } = period
  const report = await sessionsReport(store, query)
  const found = await store.query<{ start: number; visits: number }>(visitsSql, {
    ...{ site, from, to, starts },
    idle_ms: webAnalytics.idleMs,
  })
  const visitsAt = new Map(found.map(({ start, visits }) => [isoOf(start), visits]))
  const rows = report.rows.map(({ start, sessions }) => ({
    start,
    sessions,
    web_analytics_sessions: visitsAt.get(start) ?? 0,
  }))
  const web_analytics_sessions = rows.reduce((sum, row) => sum + row.web_analytics_sessions, 0)
  const { tz, interval, totals } = report
  return {
    ...{ site, from: report.from, to: report.to, tz, interval, rows },
    totals: { sessions: totals.sessions, web_analytics_sessions },
  }
}
