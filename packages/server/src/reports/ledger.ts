import { LEDGER_COUNTS } from '../ledger/ledgerCounts.js'
import type { Store } from '../store/store.js'
import { headingOf, isoOf } from './heading.js'
import { ledgerSql, reasonsSql } from './ledger.sql.js'
import { reportMetrics } from './metrics.js'
import type { ReportQuery } from './parseReportQuery.js'
import type { Definition, LedgerCounts, LedgerReason, LedgerReport } from './shapes.js'

export const LEDGER_DEFINITION: Definition & { readonly id: 'ledger' } = {
  id: 'ledger',
  version: 1,
  text:
    'What became of each event received, by the quarter of an hour in which it was received: the outcomes sum to received. Only accepted events count in other reports; ' +
    'those of robots and of tests are kept apart. An event over its limit is sent again, and received again. ' +
    'Beside the sum: events that pages gave up before sending (dropped), and requests that held no readable batch (refused). Reasons go back seven days.',
  metrics: reportMetrics.ledger,
}

type Row = LedgerCounts & { readonly start: number; readonly synthetic: boolean }

export async function ledgerReport(store: Store, query: ReportQuery): Promise<LedgerReport> {
  const { site, period, interval, starts, limit } = query
  const { from, to } = period
  const rows = await store.query<Row>(ledgerSql, { site, from, to, starts })
  const reasons = await store.query<LedgerReason>(reasonsSql, { site, from, to, limit })
  return {
    definition: LEDGER_DEFINITION,
    ...headingOf(query),
    interval,
    synthetic: rows.some((row) => row.synthetic),
    rows: rows.map(({ start, synthetic: _, ...counts }) => ({ start: isoOf(start), ...counts })),
    totals: sumOf(rows),
    reasons,
  }
}

function sumOf(rows: readonly Row[]): LedgerCounts {
  const sums = LEDGER_COUNTS.map((key) => [key, rows.reduce((total, row) => total + row[key], 0)])
  return Object.fromEntries(sums) as LedgerCounts
}
