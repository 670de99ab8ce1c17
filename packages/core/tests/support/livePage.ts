import {
  advanceTab,
  type EventFields,
  factOf,
  type HelpEvent,
  help,
  lastActivityOf,
  newThread,
  type OpenSession,
} from '../../src/index.js'
import { HIDDEN, INPUT, nextId, OPEN, SEARCH, VITAL, VOTE, writeEvent } from './tab.js'
import type { Act } from './traces.js'

const TWO_MINUTES = 120_000

const WRITES = {
  open: OPEN,
  search: SEARCH,
  leave: { ...SEARCH, trigger: 'leave' },
  vote: VOTE,
  vital: VITAL,
  hide: HIDDEN,
} as const satisfies Record<string, EventFields>

/** `input` is raw input: pointer, key, wheel. `timer` is the page looking at its clock. The others write an event. */
export type PageAct = keyof typeof WRITES | 'input' | 'timer'
export const PAGE_ACTS: readonly PageAct[] = ['open', 'search', 'leave', 'vote', 'vital', 'hide', 'input', 'timer']

export interface LivePage {
  readonly events: readonly HelpEvent[]
  /** The sessions as the page counted them, with the last activity that it saw. */
  readonly sessions: readonly OpenSession[]
  /** Whether an event was written with or after the last activity, so that the log knows it. */
  readonly isAllProven: boolean
}

export interface PageIdentity {
  readonly tabId: string
  readonly site: string
  /** What the two minutes to the next progress event count from: the last activity that the log knows, or any event of the tab. */
  readonly progressAfter?: 'known activity' | 'any event'
}

/** One tab as its page lives it: each act steps the machine at once; only some of them are written down. */
export function livePage(
  acts: readonly Act<PageAct>[],
  { tabId, site, progressAfter = 'known activity' }: PageIdentity,
): LivePage {
  const events: HelpEvent[] = []
  const sessions = new Map<string, OpenSession>()
  let thread = newThread
  let activeAt: number | null = null
  let quietSince = Number.NEGATIVE_INFINITY
  let isAllProven = true

  for (const { at, act } of acts) {
    const written = act === 'input' || act === 'timer' ? null : WRITES[act]
    const event = { id: nextId(at), ...(written ?? INPUT) }
    const before = activeAt
    thread = advanceTab(help, thread, act === 'timer' ? { type: 'tick' } : factOf(event), at).state
    if (thread.open) {
      sessions.set(thread.open.id, thread.open)
      activeAt = thread.open.lastAt
    }
    const isProgress = act === 'input' && thread.open !== null && at - quietSince >= TWO_MINUTES
    isAllProven = written !== null || isProgress || (isAllProven && activeAt === before)
    if (!written && !isProgress) continue

    const sessionId = thread.open?.id ?? null
    events.push({
      ...writeEvent({ site, tabId, seq: events.length + 1, ts: at, activeAt: before, sessionId }, written ?? INPUT),
      id: event.id,
    })
    quietSince = progressAfter === 'any event' ? at : (lastActivityOf(events.at(-1)!) ?? quietSince)
  }
  return { events, sessions: [...sessions.values()], isAllProven }
}
