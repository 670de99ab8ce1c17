import type { FlowReport, FlowRow, SuggestionRow, SuggestionsReport } from '@helptally/server/reports'
import { type DashboardLocale, Suggestions } from '../src/index.js'
import { render } from './page.js'
import { pageView } from './reports.js'

const about = { site: 'ayuda', from: '2026-10-24T00:00:00Z', to: '2026-11-23T00:00:00Z', tz: 'UTC', synthetic: false }
const LISTS = { id: 'suggestions', version: 1, text: 'What the server says a list is.', metrics: {} } as const
const FLOW = { id: 'flow', version: 1, text: 'What the server says a step is.', metrics: {} } as const

const share = (part: number, n: number) => ({ rate: n === 0 ? null : part / n, n })

/** A list seen 400 times with three places, clicked 80 times, read 60 times. */
export function list(row: Partial<SuggestionRow> = {}): SuggestionRow {
  return {
    list: 'related',
    algorithm: 'by-hand',
    seen: 400,
    ctr: share(70, 400),
    clicks: 80,
    read_after: share(60, 80),
    clicks_at: [50, 20, 10],
    ctr_at: [share(48, 400), share(20, 400), share(8, 20)],
    ...row,
  }
}

export function suggestionsReport(
  rows: readonly SuggestionRow[] = [],
  totals: Partial<SuggestionsReport['totals']> = {},
): SuggestionsReport {
  const sum = (of: 'seen' | 'clicks') => rows.reduce((total, row) => total + row[of], 0)
  const [seen, clicks] = [sum('seen'), sum('clicks')]
  return {
    definition: LISTS,
    ...about,
    rows,
    totals: {
      seen,
      ctr: share(rows.length === 0 ? 0 : 70, seen),
      clicks,
      read_after: share(rows.length === 0 ? 0 : 60, clicks),
      clicks_unseen: 0,
      ...totals,
    },
  }
}

type Step = readonly [from: FlowRow['from'], to: FlowRow['to'], times: number, via?: FlowRow['via']]

/** Each share is of all that followed the same thing. */
export function flowReport(steps: readonly Step[] = []): FlowReport {
  const followed = (of: string) => steps.reduce((sum, [from, , times]) => (from === of ? sum + times : sum), 0)
  return {
    definition: FLOW,
    ...about,
    rows: steps.map(([from, to, times, via = '']) => ({ from, to, via, times, share: share(times, followed(from)) })),
    totals: {
      sessions: steps.reduce((sum, [from, , times]) => (from.startsWith('entry:') ? sum + times : sum), 0),
      articles: new Set(steps.map(([from]) => from).filter((node) => node.startsWith('article:'))).size,
    },
  }
}

/** Every kind of step, eight articles, and those beyond. */
export const someSteps: readonly Step[] = [
  ...Array.from({ length: 8 }, (_, i): Step[] => {
    const [one, next] = [`article:guia-${i}`, `article:guia-${(i + 1) % 8}`] as const
    return [
      ['entry:article_click', one, 90 - 10 * i, 'home'],
      ['entry:direct_link', one, 40 - 3 * i, 'external'],
      ['entry:search_enter', one, 21 - 2 * i, 'search_result'],
      ['search', one, 13 + i, 'search_result'],
      [one, next, 30 - i, 'suggestion'],
      [one, next, 7, 'in_article'],
      [one, 'search', 11 + i],
      [one, 'contact', 4],
      [one, 'end', 120 - 12 * i],
    ]
  }).flat(),
  ['other', 'other', 3, 'suggestion'],
  ['other', 'end', 9],
  ['search', 'search', 25],
  ['search', 'contact', 6],
  ['search', 'end', 17],
]

const HOSTILE = `"><script>alert('x')</script>\u202e${'🦜'.repeat(20)}${'largo'.repeat(28)}`

/** The page full, empty, of few, and with words that try to break it. */
export function everySuggestions(locale: DashboardLocale): Record<string, string> {
  const page = pageView('suggestions', { locale })
  const rows = [list(), list({ list: 'top', algorithm: '', seen: 0, ctr: share(0, 0), clicks: 0, ctr_at: [] })]
  const full = suggestionsReport(rows, { seen: 900, clicks_unseen: 4 })
  const hostile = `article:${HOSTILE}` as const
  return {
    suggestions: render(
      <Suggestions page={page} suggestions={full} before={suggestionsReport([list()])} flow={flowReport(someSteps)} />,
    ),
    'suggestions, sorted': render(
      <Suggestions
        page={{ ...page, address: { sort: 'times' } }}
        suggestions={{ ...full, synthetic: true }}
        before={null}
        flow={flowReport(Array.from({ length: 201 }, (_, i): Step => [`article:guia-${i}`, 'end', i + 1]))}
      />,
    ),
    'suggestions, empty': render(
      <Suggestions page={page} suggestions={suggestionsReport()} before={suggestionsReport()} flow={flowReport()} />,
    ),
    'suggestions, hostile': render(
      <Suggestions
        page={page}
        suggestions={suggestionsReport([list({ list: HOSTILE, algorithm: HOSTILE })])}
        before={null}
        flow={flowReport([
          ['entry:direct_link', hostile, 12, 'external'],
          [hostile, hostile, 3, 'suggestion'],
          [hostile, 'end', 9],
        ])}
      />,
    ),
  }
}
