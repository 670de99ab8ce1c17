import type { Store } from '../store/store.js'
import { headingOf } from './heading.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import type { SuggestionRow, SuggestionsReport } from './searchShapes.js'
import { MOST_BEHIND, MOST_POSITIONS } from './settings.js'
import { clicksUnseenSql, suggestionsSql } from './suggestions.sql.js'

const definition = {
  id: 'suggestions',
  version: 1,
  text:
    'For each list of suggested articles how often it was seen, half of it in view for a second, and what was opened from it. A click belongs to the last time that the list was seen before, in the same tab or in the one whose link ' +
    'opened the article. CTR counts a list once, however many of its articles were opened; by position, the lists that were that long. Read: as in the report of articles.',
} as const

/** Numbers whose sessions can be asked for. */
export const SUGGESTION_MEASURES = ['rows', 'ctr', 'read_after'] as const

interface Counted {
  readonly list: string
  readonly algorithm: string
  readonly seen: number
  readonly clicked: number
  readonly clicks: number
  readonly reads: number
  readonly seen_at: readonly number[]
  readonly clicked_at: readonly number[]
  readonly clicks_at: readonly number[]
  readonly synthetic: boolean
  readonly sessions: readonly string[]
}

export async function suggestionsReport(store: Store, query: ReportQuery): Promise<SuggestionsReport> {
  const scope = scopeOf(query)
  const counted = await store.queryFacts<Counted>(suggestionsSql, {
    ...scope,
    places: MOST_POSITIONS,
    explain: query.explain,
    most: MOST_BEHIND,
  })
  const [unseen] = await store.queryFacts<{ clicks: number }>(clicksUnseenSql, scope)
  const sum = (key: 'seen' | 'clicked' | 'clicks' | 'reads') => counted.reduce((total, row) => total + row[key], 0)
  return {
    definition,
    ...headingOf(query),
    synthetic: counted.some(({ synthetic }) => synthetic),
    rows: counted.slice(0, query.limit).map((of) => rowOf(of, query.explain)),
    totals: {
      seen: sum('seen'),
      ctr: rateOf(sum('clicked'), sum('seen')),
      clicks: sum('clicks'),
      read_after: rateOf(sum('reads'), sum('clicks')),
      clicks_unseen: unseen!.clicks,
    },
  }
}

function rowOf(of: Counted, explain: string): SuggestionRow {
  return {
    list: of.list,
    algorithm: of.algorithm,
    seen: of.seen,
    ctr: rateOf(of.clicked, of.seen),
    clicks: of.clicks,
    read_after: rateOf(of.reads, of.clicks),
    clicks_at: of.clicks_at.slice(0, 1 + of.clicks_at.findLastIndex((clicks) => clicks > 0)),
    ctr_at: of.seen_at.flatMap((seen, i) => (seen === 0 ? [] : [rateOf(of.clicked_at[i]!, seen)])),
    ...(explain !== '' && { sessions: of.sessions }),
  }
}
