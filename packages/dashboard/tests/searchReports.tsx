import type { Rate, SearchCounts, SearchesReport, SearchRow } from '@helptally/server/reports'
import { type Address, type DashboardLocale, Search } from '../src/index.js'
import { render } from './page.js'
import { pageView, searchesReport } from './reports.js'

const HOSTILE = `"><script>alert('x')</script>\u202e${'🦜'.repeat(60)}`

export const rate = (part: number, n: number): Rate => ({ rate: n === 0 ? null : part / n, n })

/** A query of 40 searches: 4 found nothing, 9 of the others were not clicked, 27 were. */
export function searchRow(row: Partial<SearchRow> = {}): SearchRow {
  return {
    query: 'factura',
    tabs: 31,
    refined_to: '',
    ...{ searches: 40, known: 40, zero: 4, failed: 0, filtered: 2, clicks: 30 },
    ...{
      clicks_by_enter: 10,
      clicks_by_click: 20,
      clicks_per_search: 0.75,
      mean_position: 1.7333,
      clicks_at: [21, 0, 9],
    },
    ...{ ctr: rate(27, 40), mrr: rate(24, 40), mrr_of_clicks: rate(24, 30) },
    ...{ zero_result: rate(4, 40), no_click: rate(9, 36), refined: rate(6, 40), success: rate(20, 40) },
    ...{ exit: rate(5, 40), exit_with_results: rate(4, 36), exit_without_results: rate(1, 4) },
    ...{ click_after_median_ms: 4_200, latency_median_ms: 35, latency_p75_ms: 88 },
    ...row,
  }
}

/** Of a query that was searched so seldom that every denominator but one is 0. */
export const untold: Partial<SearchRow> = {
  ...{ searches: 3, known: 0, zero: 0, failed: 3, clicks: 0, clicks_at: [], mean_position: null, latency_p75_ms: null },
  ...{ ctr: rate(0, 0), zero_result: rate(0, 0), no_click: rate(0, 0), refined: rate(0, 3), success: rate(0, 3) },
}

export function searchReport(
  rows: readonly SearchRow[],
  totals: Partial<SearchesReport['totals']> = {},
): SearchesReport {
  const standard = searchesReport()
  return { ...standard, rows, totals: { ...standard.totals, ...totals } }
}

/** The totals of a period in which nobody searched. */
export const noSearches: Partial<SearchesReport['totals']> = {
  ...{ searches: 0, known: 0, zero: 0, failed: 0, filtered: 0, clicks: 0, clicks_by_enter: 0, clicks_by_click: 0 },
  ...{ clicks_per_search: null, mean_position: null, clicks_at: [], orphan_searches: 0 },
  ...(Object.fromEntries(
    ['ctr', 'mrr', 'mrr_of_clicks', 'zero_result', 'no_click', 'refined', 'success'].map((of) => [of, rate(0, 0)]),
  ) as Partial<SearchCounts>),
  ...{ click_after_median_ms: null, latency_median_ms: null, latency_p75_ms: null },
  withheld: { queries: 0, searches: 0 },
}

interface Told {
  readonly locale?: DashboardLocale
  readonly address?: Address
  readonly before?: SearchesReport | null
}

export function search(report: SearchesReport, { locale = 'en', address = {}, before = null }: Told = {}): string {
  return render(<Search page={pageView('search', { locale, address })} report={report} before={before} />)
}

/** The page in every tab, with strings that nobody may trust, with nothing to show, and with nothing at all. */
export function everySearch(locale: DashboardLocale): Record<string, string> {
  const rows = [
    searchRow({ refined_to: HOSTILE }),
    searchRow({ query: HOSTILE, refined_to: 'factura' }),
    searchRow({ query: '', ...untold }),
  ]
  const report = { ...searchReport(rows), synthetic: true }
  const tabs = ['', 'no_results', 'no_click', 'refined', 'slow'].map(
    (tab) => [`search ${tab}`.trim(), search(report, { locale, before: report, address: { tab } })] as const,
  )
  return {
    ...Object.fromEntries(tabs),
    'search, sorted': search(report, { locale, address: { sort: 'ctr', query: HOSTILE } }),
    'search, none in the tab': search(searchReport([searchRow({ query: 'a', ...untold })]), {
      locale,
      address: { tab: 'slow' },
    }),
    'search, all withheld': search(searchReport([]), { locale }),
    'search, none': search(searchReport([], noSearches), { locale, before: report }),
  }
}
