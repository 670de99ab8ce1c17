import type { HelpEvent } from '@helptally/core'
import { type Opening, openingsOf } from './openings.js'
import { isContact, isOpen, isSearch, type Open, type Search, sameSearch, tabsOf } from './tabs.js'

/** One search and what became of it, by features 2b. */
export interface Searched {
  readonly event: Search
  readonly query: string
  readonly sessionId: string | null
  readonly countsAt: number
  readonly clicks: readonly Open[]
  readonly refinedTo: string
  readonly isLast: boolean
  readonly quickExit: boolean
  readonly succeeded: boolean
}

export function searchedOf(events: readonly HelpEvent[]): Searched[] {
  const openings = openingsOf(events)
  return tabsOf(events).flatMap((tab) => {
    const meant = tab.filter(isSearch)
    const made = meant.filter((one) => !meant.some((more) => more.queryId === one.queryId && more.seq > one.seq))
    return made.map((event) => whatBecameOf(event, { tab, made, openings, events }))
  })
}

interface Around {
  readonly tab: readonly HelpEvent[]
  readonly made: readonly Search[]
  readonly openings: readonly Opening[]
  readonly events: readonly HelpEvent[]
}

function whatBecameOf(event: Search, { tab, made, openings, events }: Around): Searched {
  const chosen = openings
    .filter(({ event: open }) => open.queryId === event.queryId)
    .filter(({ event: open }) => open.ts >= event.ts - 60_000 && open.ts <= event.ts + 1_800_000)
    .sort((a, b) => a.event.ts - b.event.ts || a.event.seq - b.event.seq || (a.event.id < b.event.id ? -1 : 1))
  const first = chosen[0]?.event
  const sessionId = event.sessionId ?? first?.sessionId ?? null
  const later = tab.filter((one) => one.seq > event.seq)
  const nextOpen = later.find(isOpen)
  const refinedTo = made.find(
    (one) =>
      one.seq > event.seq &&
      one.ts - event.ts <= 120_000 &&
      sameSearch(one.query) !== sameSearch(event.query) &&
      (!nextOpen || one.seq < nextOpen.seq),
  )
  const next = later.find((one) => isOpen(one) || isSearch(one) || isContact(one) || one.name === 'help.feedback.vote')
  const contacted = events
    .filter(isContact)
    .filter((one) => sessionId !== null && one.sessionId === sessionId)
    .some((one) => one.seq > (one.tabId === event.tabId ? event.seq : first!.seq))
  return {
    event,
    query: sameSearch(event.query),
    sessionId,
    countsAt: events.find((one) => one.id === sessionId)?.ts ?? event.ts,
    clicks: chosen.map((one) => one.event),
    refinedTo: refinedTo ? sameSearch(refinedTo.query) : '',
    isLast: chosen.length === 0 && (!next || next.ts - event.ts >= 300_000),
    quickExit: chosen[0]?.isQuickExit ?? false,
    succeeded: chosen.some(({ isRead }) => isRead) && !refinedTo && !contacted,
  }
}
