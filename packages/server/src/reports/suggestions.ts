import type { QueryParams, Store } from '../store/store.js'
import { headingOf } from './heading.js'
import { reportMetrics } from './metrics.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import type { SuggestionRow, SuggestionsReport } from './searchShapes.js'
import { MOST_BEHIND, MOST_POSITIONS } from './settings.js'
import { suggestionSessionsSql, suggestionsSql } from './suggestions.sql.js'

export const suggestionsDefinition: SuggestionsReport['definition'] = {
  id: 'suggestions',
  version: 1,
  text:
    'For each list of suggested articles how often it was seen, half of it in view for a second, and what was opened from it. A click belongs to the last time that the list was seen in the day before it, in the same tab or in the one whose link ' +
    'opened the article. CTR counts a list once, however many of its articles were opened; by position, the lists that were that long. Read: as in the report of articles.',
  metrics: reportMetrics.suggestions,
}

/** Numbers whose sessions can be asked for. */
export const SUGGESTION_MEASURES = ['rows', 'ctr', 'read_after'] as const

interface Counted {
  /** null when none was seen. */
  readonly list: string | null
  readonly algorithm: string
  readonly seen: number
  readonly clicked: number
  readonly clicks: number
  readonly reads: number
  readonly synthetic: boolean
  /** How many were how long. */
  readonly lengths: readonly { readonly items: number; readonly seen: number }[]
  /** Where it was clicked, and how many lists were clicked there; null when none was. */
  readonly places: readonly { readonly place: number; readonly clicks: number; readonly clicked: number }[] | null
  /** Of the totals. */
  readonly clicks_unseen: number
}

export async function suggestionsReport(store: Store, query: ReportQuery): Promise<SuggestionsReport> {
  const { explain, limit } = query
  const of = scopeOf(query)
  const found = await store.queryFacts<Counted>(suggestionsSql, { ...of, places: MOST_POSITIONS })
  const counted = found.filter(({ list }) => list !== null)
  const sum = (key: 'seen' | 'clicked' | 'clicks' | 'reads') => counted.reduce((total, row) => total + row[key], 0)
  const rows = counted.slice(0, limit).map(rowOf)
  return {
    definition: suggestionsDefinition,
    ...headingOf(query),
    synthetic: counted.some(({ synthetic }) => synthetic),
    rows: explain === '' ? rows : await withSessions(store, { ...of, explain }, rows),
    totals: {
      seen: sum('seen'),
      ctr: rateOf(sum('clicked'), sum('seen')),
      clicks: sum('clicks'),
      read_after: rateOf(sum('reads'), sum('clicks')),
      clicks_unseen: found[0]!.clicks_unseen,
    },
  }
}

type List = Pick<SuggestionRow, 'list' | 'algorithm'>

async function withSessions(store: Store, of: QueryParams, rows: readonly SuggestionRow[]): Promise<SuggestionRow[]> {
  type Behind = List & { readonly sessions: readonly string[] }
  const behind = await store.queryFacts<Behind>(suggestionSessionsSql, { ...of, most: MOST_BEHIND })
  const sessionsOf = new Map(behind.map(({ sessions, ...list }) => [keyOf(list), sessions]))
  return rows.map((row) => ({ ...row, sessions: sessionsOf.get(keyOf(row)) ?? [] }))
}

const keyOf = ({ list, algorithm }: List): string => JSON.stringify([list, algorithm])

function rowOf(of: Counted): SuggestionRow {
  const clickedAt = new Map(of.places?.map((at) => [at.place, at]))
  const upTo = (last: number) => Array.from({ length: Math.min(last, MOST_POSITIONS) }, (_, i) => i + 1)
  const seenAt = (place: number) => of.lengths.reduce((sum, { items, seen }) => (items >= place ? sum + seen : sum), 0)
  return {
    list: of.list!,
    algorithm: of.algorithm,
    seen: of.seen,
    ctr: rateOf(of.clicked, of.seen),
    clicks: of.clicks,
    read_after: rateOf(of.reads, of.clicks),
    clicks_at: upTo(Math.max(0, ...clickedAt.keys())).map((place) => clickedAt.get(place)?.clicks ?? 0),
    ctr_at: upTo(Math.max(...of.lengths.map(({ items }) => items))).map((place) =>
      rateOf(clickedAt.get(place)?.clicked ?? 0, seenAt(place)),
    ),
  }
}
