import type { HelpEvent } from '@helptally/core'
import type { SearchCounts, SearchesReport, SearchRow } from '../../src/reports/shapes.js'
import type { Within } from './articles.js'
import { openingsOf } from './openings.js'
import { type Searched, searchedOf } from './searched.js'
import { isOpen, isSearch, mean, median, type Open, p75, type Search, share } from './tabs.js'

/** The rows of the report, by its definition, in no order, and its totals. */
export function searchesBy(
  events: readonly HelpEvent[],
  { from, to }: Within,
  { k, now }: { readonly k: number; readonly now: number },
): { rows: SearchRow[]; totals: SearchesReport['totals'] } {
  const all = searchedOf(events)
  const counted = all.filter(({ countsAt }) => countsAt >= from && countsAt < to)
  const byQuery = [...Map.groupBy(counted, ({ query }) => query)]
  const isFrequent = ([, searches]: (typeof byQuery)[number]) => tabsIn(searches) >= k
  const shown = byQuery.filter(isFrequent)
  const rare = byQuery.filter((one) => !isFrequent(one))
  const names = shown.map(([query]) => query)
  const outside = events.filter((one) => one.name === 'help.search.submit' && one.sessionId === null)
  const orphans = [...Map.groupBy(outside, (one) => `${one.tabId} ${(one as Search).queryId}`).values()]
    .map((same) => same.toSorted((a, b) => a.seq - b.seq).at(-1) as Search)
    .filter(({ ts }) => ts >= from && ts < to)
    .filter((one) => !openingsOf(events).some(({ event }) => isOpenedFrom(event, one)))
  const sessions = events.filter((one) => one.id === one.sessionId && one.ts >= from && one.ts < to)
  const isOfSearch = (event: HelpEvent) => isSearch(event) || (isOpen(event) && event.queryId !== undefined)
  const searched = sessions.filter(({ id }) => events.some((event) => event.sessionId === id && isOfSearch(event)))
  return {
    rows: shown.map(([query, searches]) => ({
      query,
      tabs: tabsIn(searches),
      ...countsOf(searches, now),
      refined_to: mostOften(searches.map(({ refinedTo }) => refinedTo).filter((to) => to !== '' && names.includes(to))),
    })),
    totals: {
      ...countsOf(counted, now),
      sessions_with_search: share(searched.length, sessions.length),
      orphan_searches: orphans.length,
      withheld: { queries: rare.length, searches: rare.flatMap(([, searches]) => searches).length },
    },
  }
}

const isOpenedFrom = (open: Open, search: Search) =>
  open.queryId === search.queryId && open.ts >= search.ts - 60_000 && open.ts <= search.ts + 1_800_000

const tabsIn = (searches: readonly Searched[]) => new Set(searches.map(({ event }) => event.tabId)).size

function mostOften(texts: readonly string[]): string {
  const counts = [...Map.groupBy(texts, (text) => text)].map(([text, all]) => [text, all.length] as const)
  return counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? ''
}

function countsOf(all: readonly Searched[], now: number): SearchCounts {
  const known = all.filter(({ event }) => event.results !== null)
  const zero = known.filter(({ event }) => event.results === 0)
  const found = known.filter(({ event }) => event.results! > 0)
  const old = all.filter(({ event }) => event.ts <= now - 300_000)
  const clicks = all.flatMap((one) => one.clicks)
  const positions = clicks.flatMap(({ position }) => position ?? [])
  const exits = (of: readonly Searched[]) => {
    const over = of.filter((one) => old.includes(one))
    return share(over.filter(({ isLast }) => isLast).length, over.length)
  }
  const highest = Math.max(0, ...positions.filter((position) => position <= 10))
  const byEnter = clicks.filter(({ entry }) => entry === 'search_enter').length
  return {
    searches: all.length,
    known: known.length,
    zero: zero.length,
    failed: all.length - known.length,
    filtered: all.filter(({ event }) => event.filters).length,
    ctr: share(known.filter((one) => one.clicks.length > 0).length, known.length),
    clicks: clicks.length,
    clicks_by_enter: byEnter,
    clicks_by_click: clicks.length - byEnter,
    clicks_per_search: all.length === 0 ? null : clicks.length / all.length,
    mean_position: mean(positions),
    clicks_at: Array.from({ length: highest }, (_, i) => positions.filter((position) => position === i + 1).length),
    mrr: {
      rate: mean(known.map((one) => (one.clicks[0]?.position ? 1 / one.clicks[0].position : 0))),
      n: known.length,
    },
    mrr_of_clicks: { rate: mean(positions.map((position) => 1 / position)), n: positions.length },
    zero_result: share(zero.length, known.length),
    no_click: share(found.filter((one) => one.clicks.length === 0).length, found.length),
    refined: share(all.filter(({ refinedTo }) => refinedTo !== '').length, all.length),
    exit: exits(all),
    exit_with_results: exits(found),
    exit_without_results: exits(zero),
    success: share(all.filter(({ succeeded }) => succeeded).length, all.length),
    click_after_median_ms: median(
      all.filter((one) => one.clicks.length > 0).map(({ event, clicks: [first] }) => Math.max(0, first!.ts - event.ts)),
    ),
    latency_median_ms: median(all.flatMap(({ event }) => event.latencyMs ?? [])),
    latency_p75_ms: p75(all.flatMap(({ event }) => event.latencyMs ?? [])),
  }
}
