import type { SearchRow } from '@helptally/server/reports'
import { partOf } from '../partOf.js'

export const QUERY_TABS = ['top', 'no_results', 'no_click', 'refined', 'slow'] as const
export type QueryTab = (typeof QUERY_TABS)[number]

interface Question {
  /** The order in which its list opens. */
  readonly sort: string
  readonly holds: (row: SearchRow) => boolean
}

/** Each tab asks one question: which queries it concerns, and which of them comes first. */
export const QUESTIONS: Readonly<Record<QueryTab, Question>> = {
  top: { sort: '-searches', holds: () => true },
  no_results: { sort: '-zero_results', holds: ({ zero }) => zero > 0 },
  no_click: { sort: '-unclicked', holds: ({ no_click }) => partOf(no_click) > 0 },
  refined: { sort: '-times_refined', holds: ({ refined }) => partOf(refined) > 0 },
  slow: { sort: '-latency', holds: ({ latency_p75_ms }) => latency_p75_ms !== null },
}

export function tabOf(text: string | undefined): QueryTab {
  return QUERY_TABS.find((tab) => tab === text) ?? 'top'
}
