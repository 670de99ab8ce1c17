import type { SearchRow } from '@helptally/server/reports'
import { partOf } from '../partOf.js'

/** The columns of the queries by which they can be sorted, in their order. */
export const COLUMNS = [
  'query',
  'searches',
  'tabs',
  'success',
  'ctr',
  'zero_result',
  'no_click',
  'refined',
  'refined_to',
  'position',
  'latency',
] as const
export type Column = (typeof COLUMNS)[number]

/** Opened with a tab, beside the columns: how often it happened, since the shares of rare queries would come first. */
type Amount = 'zero_results' | 'unclicked' | 'times_refined'

export const VALUES: Readonly<Record<Column | Amount, (row: SearchRow) => number | string | null>> = {
  query: ({ query }) => query,
  searches: ({ searches }) => searches,
  tabs: ({ tabs }) => tabs,
  success: ({ success }) => success.rate,
  ctr: ({ ctr }) => ctr.rate,
  zero_result: ({ zero_result }) => zero_result.rate,
  no_click: ({ no_click }) => no_click.rate,
  refined: ({ refined }) => refined.rate,
  refined_to: ({ refined_to }) => refined_to || null,
  position: ({ mean_position }) => mean_position,
  latency: ({ latency_p75_ms }) => latency_p75_ms,
  zero_results: ({ zero }) => zero,
  unclicked: ({ no_click }) => partOf(no_click),
  times_refined: ({ refined }) => partOf(refined),
}
