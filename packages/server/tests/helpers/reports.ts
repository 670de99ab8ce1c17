import type { HelpEvent } from '@helptally/core'
import { parseReportQuery, type ReportQuery } from '../../src/reports/parseReportQuery.js'
import { readReport } from '../../src/reports/readReport.js'
import type { ReportName, Reports } from '../../src/reports/shapes.js'
import type { Store } from '../../src/store/store.js'
import { NOON, rowsOf, SITE } from './events.js'
import { tempStore } from './temp.js'

export async function storeOf(...events: readonly HelpEvent[]): Promise<Store> {
  const store = await tempStore()
  await store.append(rowsOf(...events))
  return store
}

/** A report of 10 March, or of another period. */
export const read = <N extends ReportName>(
  store: Store,
  name: N,
  params: Record<string, string> = {},
  now: number = NOON,
): Promise<Reports[N]> => readReport(store, name, queryOf(params, now), now)

export function queryOf(params: Record<string, string> = {}, now: number = NOON): ReportQuery {
  const parsed = parseReportQuery({ site: SITE, from: '2026-03-10', to: '2026-03-11', ...params }, now)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.query
}
