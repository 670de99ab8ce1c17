import { FILTERS, type PageView } from '@helptally/dashboard'
import {
  MAX_IMPORT_BYTES,
  maySee,
  parseReportQuery,
  type Reader,
  type ReportName,
  type ReportQuery,
  type Reports,
  readReport,
  type Store,
} from '@helptally/server'
import type { HelpInsightsOptions } from './createHelpInsights.js'
import type { Slice } from './periodOf.js'

type Params = Readonly<Record<string, string>>

/** How a page of the dashboard asks for its reports. */
export interface Reading {
  readonly view: PageView
  readonly store: Store
  /** Whether whoever looks may see what there is of a site. */
  maySee(site: string): boolean
  /** Of a file that is sent to be imported. */
  readonly maxImportBytes: number
  /** The slice of the page. */
  readonly query: ReportQuery
  /** The same of the period that it is compared with; null when there is none. */
  readonly queryBefore: ReportQuery | null
  /** The report over the slice of the page. */
  read<Name extends ReportName>(name: Name, params?: Params): Promise<Reports[Name]>
  /** The same over the period that it is compared with; null when there is none. */
  readBefore<Name extends ReportName>(name: Name, params?: Params): Promise<Reports[Name] | null>
}

/** Who looks, and what the site has set. */
interface Looking extends Pick<HelpInsightsOptions, 'maxImportBytes'> {
  readonly reader: Pick<Reader, 'sites'>
}

export function readingOf(
  view: PageView,
  { interval }: Slice,
  store: Store,
  { reader, maxImportBytes = MAX_IMPORT_BYTES }: Looking,
): Reading {
  const slice = { ...sliceOf(view), interval }
  const { before } = view.period
  const queryOf = (params: Params): ReportQuery => {
    const parsed = parseReportQuery(params, view.now)
    if (!parsed.ok) throw new Error(`[helptally] ${parsed.reason}`)
    return parsed.query
  }
  return {
    view,
    store,
    maySee: (site) => maySee(reader, site),
    maxImportBytes,
    query: queryOf(slice),
    queryBefore: before && queryOf({ ...slice, ...before }),
    read: (name, params) => readReport(store, name, queryOf({ ...slice, ...params }), view.now),
    readBefore: async (name, params) =>
      before && readReport(store, name, queryOf({ ...slice, ...before, ...params }), view.now),
  }
}

/** What all reports of a page are asked for, as their addresses say it. */
export function sliceOf({ site, timeZone, period, address }: Omit<PageView, 'hrefs'>): Params {
  const filters = FILTERS.flatMap((name) => (address[name] ? [[name, address[name]]] : []))
  return { site, tz: timeZone, from: period.from, to: period.to, ...Object.fromEntries(filters) }
}
