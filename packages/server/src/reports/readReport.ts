import type { Store } from '../store/store.js'
import { ledgerReport } from './ledger.js'
import { liveReport } from './live.js'
import type { ReportQuery } from './parseReportQuery.js'
import { sessionsReport } from './sessions.js'
import type { ReportName, Reports } from './shapes.js'
import { vitalsReport } from './vitals.js'

type Read<Name extends ReportName> = (store: Store, query: ReportQuery, now: number) => Promise<Reports[Name]>

const readers: { readonly [Name in ReportName]: Read<Name> } = {
  sessions: sessionsReport,
  live: liveReport,
  vitals: vitalsReport,
  ledger: ledgerReport,
}

export const REPORT_NAMES: readonly ReportName[] = Object.keys(readers) as ReportName[]

export const isReportName = (name: string): name is ReportName => Object.hasOwn(readers, name)

/** One report over all that was acknowledged before. `now` is epoch ms. */
export function readReport<Name extends ReportName>(
  store: Store,
  name: Name,
  query: ReportQuery,
  now: number,
): Promise<Reports[Name]> {
  return readers[name](store, query, now)
}
