import type { HelpEvent } from '@helptally/core'
import type { SuggestionRow, SuggestionsReport } from '../../src/reports/shapes.js'
import type { Within } from './articles.js'
import { openingsOf } from './openings.js'
import { countsAt, type Named, share } from './tabs.js'

type View = Named<'help.suggestion.view'>

export const viewsIn = (events: readonly HelpEvent[]): View[] =>
  events.filter((event): event is View => event.name === 'help.suggestion.view')

/** Each click with the list of its name that was seen last, a day ago at most, in its tab or in the one whose link opened its own. */
export function suggestionClicksIn(events: readonly HelpEvent[]) {
  const views = viewsIn(events)
  return openingsOf(events)
    .filter(({ event }) => event.via === 'suggestion')
    .map(({ event, isRead }) => {
      const own = views.filter((view) => view.tabId === event.tabId && view.seq < event.seq)
      const others = views.filter((view) => view.sessionId === event.openedFrom && view.ts <= event.ts)
      const [last] = (event.openedFrom ? others : own)
        .filter(({ listId }) => listId === event.listId)
        .sort((a, b) => b.ts - a.ts || b.seq - a.seq)
      return { event, isRead, view: last && event.ts - last.ts <= 86_400_000 ? last : undefined }
    })
}

/** The rows of the report, by its definition, in no order, and its totals. */
export function suggestionsBy(
  events: readonly HelpEvent[],
  { from, to }: Within,
): { rows: SuggestionRow[]; totals: SuggestionsReport['totals'] } {
  const isWithin = (event: HelpEvent) => countsAt(event, events) >= from && countsAt(event, events) < to
  const views = viewsIn(events)
  const clicks = suggestionClicksIn(events)
  const seen = views.filter(isWithin)
  const clicksOf = (view: View) => clicks.filter((click) => click.view?.id === view.id)
  const lists = [...Map.groupBy(seen, ({ listId, algorithm }) => `${listId} ${algorithm ?? ''}`).values()]
  const numbersOf = (all: readonly View[]) => {
    const own = all.flatMap(clicksOf)
    return {
      seen: all.length,
      ctr: share(all.filter((view) => clicksOf(view).length > 0).length, all.length),
      clicks: own.length,
      read_after: share(own.filter(({ isRead }) => isRead).length, own.length),
    }
  }
  const rows = lists.map((all) => {
    const own = all.flatMap(clicksOf).map(({ event }) => event.position!)
    const placesUpTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)
    return {
      list: all[0]!.listId,
      algorithm: all[0]!.algorithm ?? '',
      ...numbersOf(all),
      clicks_at: placesUpTo(Math.max(0, ...own)).map((place) => own.filter((position) => position === place).length),
      ctr_at: placesUpTo(Math.max(...all.map(({ items }) => items))).map((place) => {
        const long = all.filter(({ items }) => items >= place)
        const isClicked = (view: View) => clicksOf(view).some(({ event }) => event.position === place)
        return share(long.filter(isClicked).length, long.length)
      }),
    }
  })
  const unseen = clicks.filter(({ event, view }) => !view && isWithin(event))
  return { rows, totals: { ...numbersOf(seen), clicks_unseen: unseen.length } }
}
