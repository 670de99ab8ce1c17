import type { Store } from '../store/store.js'
import { headingOf, isoOf } from './heading.js'
import { reportMetrics } from './metrics.js'
import { orphanSearchesSql } from './orphanSearches.sql.js'
import type { ReportQuery } from './parseReportQuery.js'
import { scopeOf } from './scope.js'
import { sessionsSql } from './sessions.sql.js'
import type { Definition, SessionCounts, SessionsReport } from './shapes.js'

export const SESSIONS_DEFINITION: Definition & { readonly id: 'sessions' } = {
  id: 'sessions',
  version: 3,
  text:
    'Sessions by the interval on which they started. A session starts when a reader opens an article by a click, by a direct link or by Enter on a search ' +
    'option, and ends five minutes after the last activity in its tab; a search outside any session from which no article is opened within half an hour is an orphan, and no session. Events of robots and of tests do not count.',
  metrics: reportMetrics.sessions,
}

type Row = SessionCounts & { readonly start: number; readonly synthetic: boolean }

export async function sessionsReport(store: Store, query: ReportQuery): Promise<SessionsReport> {
  const { interval, starts } = query
  const scope = scopeOf(query)
  const rows = await store.queryFacts<Row>(sessionsSql, { ...scope, starts })
  const [orphans] = await store.queryFacts<{ orphan_searches: number; synthetic: boolean }>(orphanSearchesSql, scope)
  return {
    definition: SESSIONS_DEFINITION,
    ...headingOf(query),
    interval,
    synthetic: orphans!.synthetic || rows.some((row) => row.synthetic),
    rows: rows.map(({ start, synthetic: _, ...counts }) => ({ start: isoOf(start), ...counts })),
    totals: { ...sumOf(rows), orphan_searches: orphans!.orphan_searches },
  }
}

function sumOf(rows: readonly Row[]): SessionCounts {
  const sum = (key: keyof SessionCounts): number => rows.reduce((total, row) => total + row[key], 0)
  return {
    sessions: sum('sessions'),
    article_click: sum('article_click'),
    direct_link: sum('direct_link'),
    search_enter: sum('search_enter'),
  }
}
