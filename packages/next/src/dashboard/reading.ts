import { FILTERS, type PageView } from '@helptally/dashboard'
import { parseReportQuery, type ReportName, type Reports, readReport, type Store } from '@helptally/server'
import type { Slice } from './periodOf.js'

type Params = Readonly<Record<string, string>>

/** How a page of the dashboard asks for its reports. */
export interface Reading {
  readonly view: PageView
  readonly store: Store
  /** The report over the slice of the page. */
  read<Name extends ReportName>(name: Name, params?: Params): Promise<Reports[Name]>
  /** The same over the period that it is compared with; null when there is none. */
  readBefore<Name extends ReportName>(name: Name, params?: Params): Promise<Reports[Name] | null>
}

export function readingOf(view: PageView, { interval }: Slice, store: Store): Reading {
  const slice = { ...sliceOf(view), interval }
  const read = <Name extends ReportName>(name: Name, params: Params): Promise<Reports[Name]> => {
    const parsed = parseReportQuery(params, view.now)
    if (!parsed.ok) throw new Error(`[helptally] ${parsed.reason}`)
    return readReport(store, name, parsed.query, view.now)
  }
  return {
    view,
    store,
    read: (name, params) => read(name, { ...slice, ...params }),
    async readBefore(name, params) {
      const { before } = view.period
      return before && read(name, { ...slice, ...before, ...params })
    },
  }
}

/** What all reports of a page are asked for, as their addresses say it. */
export function sliceOf({ site, timeZone, period, address }: Omit<PageView, 'hrefs'>): Params {
  const filters = FILTERS.flatMap((name) => (address[name] ? [[name, address[name]]] : []))
  return { site, tz: timeZone, from: period.from, to: period.to, ...Object.fromEntries(filters) }
}
