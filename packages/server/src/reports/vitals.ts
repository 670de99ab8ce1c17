import type { Store } from '../store/store.js'
import { headingOf } from './heading.js'
import type { ReportQuery } from './parseReportQuery.js'
import { asking, scopeOf } from './scope.js'
import { DAY_MS } from './settings.js'
import type { VitalsReport, VitalsRow } from './shapes.js'
import { vitalsSql } from './vitals.sql.js'

const definition = {
  id: 'vitals',
  version: 2,
  text:
    'For each article and web vital the value that three of four page views stay at or under (p75, nearest rank), and the number of page views measured. ' +
    'The last report of a page view counts; loads and navigations inside the app are kept apart. Events of robots and of tests do not count.',
} as const

export async function vitalsReport(store: Store, query: ReportQuery): Promise<VitalsReport> {
  const ask = asking(store, query)
  const rows = await ask<VitalsRow & { synthetic: boolean }>(vitalsSql, { ...scopeOf(query), day_ms: DAY_MS })
  return {
    definition,
    ...headingOf(query),
    synthetic: rows.some((row) => row.synthetic),
    rows: rows.map(({ synthetic: _, ...row }) => row),
  }
}
