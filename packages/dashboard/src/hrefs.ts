import type { JobKind, ReportName } from '@helptally/server/reports'
import type { Address } from './address.js'
import type { PageId } from './pages.js'

/** Where the links of the dashboard lead. */
export interface Hrefs {
  /** What the address says stays, but for the changes; '' takes one away. What only the page of before knew goes. */
  to(page: PageId, changes?: Address): string
  /** This page of another site, as far as there is the same there. */
  ofSite(site: string): string
  /** The timeline of the session with this id. */
  session(id: string): string
  /** What goes on over the same slice, as server-sent events. */
  readonly live: string
  /** Where a form goes that changes a gap. */
  readonly changeGap: string
  /** Where a form goes that starts a job, or changes the one of this number. */
  job(kind: JobKind, nr?: number): string
  /** What an export wrote. */
  exportFile(nr: number): string
  /** The report as a file for a spreadsheet, over the same slice. */
  csv(report: ReportName, params?: Readonly<Record<string, string>>): string
}
