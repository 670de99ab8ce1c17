import { advance, CHANNELS, factsOf, type HelpEvent, newThread, uuidv7 } from '@helptally/core'
import fc from 'fast-check'
import { NOON, opening, progress, search, vital, vote } from './events.js'

/** What a reader does in a tab, after so many ms. */
interface Deed {
  readonly afterMs: number
  readonly does: 'open' | 'search' | 'leave' | 'progress' | 'hide' | 'vote' | 'vital'
  readonly entry: 'article_click' | 'direct_link' | 'search_enter'
  readonly followsSearch: boolean
}

const IDLE_MS = CHANNELS.help.idleMs

const deed: fc.Arbitrary<Deed> = fc.record({
  afterMs: fc.oneof(fc.integer({ min: 0, max: 2 * IDLE_MS }), fc.constantFrom(IDLE_MS - 1, IDLE_MS, IDLE_MS + 1)),
  does: fc.constantFrom('open', 'open', 'search', 'leave', 'progress', 'hide', 'vote', 'vital'),
  entry: fc.constantFrom('article_click', 'direct_link', 'search_enter'),
  followsSearch: fc.boolean(),
})

/** The events of some tabs, as pages with the rulebook would send them. */
export const tabs: fc.Arbitrary<HelpEvent[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 86_400_000 }), fc.array(deed, { minLength: 1, maxLength: 12 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) => all.flatMap(([startsAt, deeds], i) => eventsOf(deeds, NOON + startsAt, i)))

function eventsOf(deeds: readonly Deed[], startsAt: number, tab: number): HelpEvent[] {
  const tabId = `0198c000-0000-7000-8000-${String(tab).padStart(12, '0')}`
  let thread = newThread
  let ts = startsAt
  let activeAt: number | null = null
  let queryId: string | undefined
  return deeds.map((what, i) => {
    ts += what.afterMs
    const id = uuidv7(ts, (bytes) => bytes.map((_, k) => (tab * 31 + i * 7 + k) & 0xff))
    const draft = eventOf(what, { id, tabId, seq: i + 1, ts, activeAt, sessionId: null }, queryId)
    for (const { fact, at } of factsOf(draft)) thread = advance(CHANNELS.help, thread, fact, at).state
    if (what.does !== 'hide' && what.does !== 'vital' && what.does !== 'leave') activeAt = ts
    if (draft.name === 'help.search.submit') queryId = draft.queryId
    return { ...draft, sessionId: thread.open?.id ?? null }
  })
}

function eventOf(what: Deed, envelope: Partial<HelpEvent>, queryId: string | undefined): HelpEvent {
  switch (what.does) {
    case 'open':
      return opening({ ...envelope, entry: what.entry, ...(what.followsSearch && queryId && { queryId }) } as never)
    case 'search':
    case 'leave':
      return search({ ...envelope, queryId: envelope.id, trigger: what.does === 'leave' ? 'leave' : 'enter' } as never)
    case 'progress':
    case 'hide':
      return progress({ ...envelope, cause: what.does === 'hide' ? 'hidden' : 'input' } as never)
    case 'vote':
      return vote(envelope as never)
    case 'vital':
      return vital(envelope as never)
  }
}
