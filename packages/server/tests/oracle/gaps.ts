import type { HelpEvent } from '@helptally/core'
import type { GapRow, GapsReport, WorkedGap } from '../../src/reports/shapes.js'
import type { Within } from './articles.js'
import { type Searched, searchedOf } from './searched.js'
import { isContact, share } from './tabs.js'

const WEIGHTS = { zero_result: 1, contact_after: 0.8, no_click: 0.6, quick_exit: 0.5, refined_away: 0.3 }
type Term = keyof typeof WEIGHTS

type Numbers = Omit<GapRow, keyof WorkedGap> & { readonly query: string }

/** The numbers of the report's rows, by its definition, in no order, and its totals. `put`: which query lies in which gap. */
export function gapsBy(
  events: readonly HelpEvent[],
  { from, to }: Within,
  { k, tz, put = {} }: { readonly k: number; readonly tz: string; readonly put?: Readonly<Record<string, string>> },
): { rows: Numbers[]; totals: Omit<GapsReport['totals'], 'by_status'> } {
  const contacts = events.filter(isContact)
  const dayOf = (at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: tz, dateStyle: 'short' }).format(at)
  const waysOf = ({ event, clicks, quickExit, refinedTo }: Searched): Term[] => {
    const asks = contacts.some(
      (one) => one.visitorId === event.visitorId && one.ts >= event.ts && one.ts <= event.ts + 86_400_000,
    )
    const all: Record<Term, boolean> = {
      zero_result: event.results === 0,
      contact_after: asks,
      no_click: event.results! > 0 && clicks.length === 0,
      quick_exit: quickExit,
      refined_away: refinedTo !== '',
    }
    return (Object.keys(all) as Term[]).filter((term) => all[term])
  }
  const judged = searchedOf(events)
    .filter(({ countsAt }) => countsAt >= from && countsAt < to)
    .filter(({ event }) => event.results !== null && !(event.results === 0 && event.filters))
  const clusters = [...Map.groupBy(judged, ({ query }) => put[query] ?? query)].map(([query, searches]) => {
    const failed = searches.filter((one) => waysOf(one).length > 0)
    const visits = Map.groupBy(failed, ({ event, countsAt }) => `${event.visitorId} ${dayOf(countsAt)}`)
    const counts = { zero_result: 0, contact_after: 0, no_click: 0, quick_exit: 0, refined_away: 0 }
    for (const visit of visits.values()) {
      const terms = visit.flatMap(waysOf)
      counts[terms.reduce((worst, term) => (WEIGHTS[term] > WEIGHTS[worst] ? term : worst))]++
    }
    const tabs = new Set(failed.map(({ event }) => event.tabId)).size
    const score = (Object.keys(WEIGHTS) as Term[]).reduce((sum, term) => sum + counts[term] * WEIGHTS[term], 0)
    return {
      row: { query, score, ...counts, tabs, failed: share(failed.length, searches.length) },
      failed: failed.length,
    }
  })
  const rare = clusters.filter(({ row, failed }) => failed > 0 && row.tabs < k)
  const rows = clusters.map(({ row }) => row).filter(({ tabs }) => tabs >= k)
  const searches = rare.reduce((sum, { failed }) => sum + failed, 0)
  return { rows, totals: { gaps: rows.length, withheld: { queries: rare.length, searches } } }
}
