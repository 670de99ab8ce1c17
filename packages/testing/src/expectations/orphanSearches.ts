import type { HelpEvent } from '@helptally/core'
import type { Counted, SearchEvent } from './counted.js'

/** Searches outside the sessions from which no article was opened. */
export function orphanSearches({ events, sessions }: Pick<Counted, 'events' | 'sessions'>): SearchEvent[] {
  const inside = new Set(sessions().flatMap((session) => session.events))
  const chosen = new Set(events.map(queryChosenIn))
  return events.filter(isSearch).filter((search) => !inside.has(search) && !chosen.has(search.queryId))
}

const isSearch = (event: HelpEvent): event is SearchEvent => event.name === 'help.search.submit'

const queryChosenIn = (event: HelpEvent): string | undefined =>
  event.name === 'help.article.open' ? event.queryId : undefined
