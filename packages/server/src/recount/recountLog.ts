import type { Channel, ChannelRule } from '@helptally/core'
import { type ConversationRow, fromConversationRow } from '../conversations/conversationLine.js'
import { countedInSql, spokenCountSql, spokenSql } from '../conversations/conversations.sql.js'
import type { Store } from '../store/store.js'
import { addConversations, type CountedConversation } from './addConversations.js'
import { evidenceSql, rollUpSql, slicesSql } from './evidence.sql.js'
import { nameEvents } from './nameEvents.js'
import { NAMES, readEvidence } from './readEvidence.js'
import { addThread, newTally, type Tally } from './tally.js'

const EVENTS_AT_A_TIME = 100_000

export interface RecountAsked {
  readonly site: string
  /** Epoch ms, half-open: the sessions that started then. */
  readonly from: number
  readonly to: number
  /** Where the days begin, the first at `from`. */
  readonly starts: readonly number[]
  /** What else to count by, to see what would change. */
  readonly rules: Readonly<Record<Channel, ChannelRule>> | null
}

/** Tabs that are read at once: those that opened an article in the period, of the ids from the first to the last. */
export interface TabSlice {
  readonly first: string
  readonly last: string
  /** All of their events happened from one moment to the other, epoch ms. */
  readonly since: number
  readonly until: number
}

/** How far a recount has come. With it another one goes on from there. Survives JSON. */
export interface RecountProgress {
  /** Parts that are done: the slices of tabs, then the buckets of conversations. */
  readonly done: number
  readonly parts: number
  readonly slices: readonly TabSlice[]
  /** Events that there are to recount. */
  readonly events: number
  readonly tally: Tally
}

export interface RecountOptions {
  /** Where an earlier one with the same question was interrupted. */
  readonly from?: RecountProgress | null
  /** Called after each part, and waited for. */
  readonly onProgress?: (progress: RecountProgress) => Promise<void> | void
  readonly signal?: AbortSignal
  /** About as many are in memory at a time, twice: while some are counted, the next are read. Default 100,000. */
  readonly eventsAtATime?: number
}

export interface Recounted extends Tally {
  /** Sessions that the reports count and no page claims, or the other way round: none, or the roll-up is wrong. */
  readonly rollUp: readonly { readonly id: string; readonly counted: boolean }[]
}

/**
 * Runs the rulebook over the log of a site, tab by tab and conversation by conversation, without trusting what the pages
 * claimed, and compares. It reads all events of each tab that opened an article in the period, and of each conversation
 * in which something was said; its memory does not grow with the log. Rejects with the signal's reason when it is aborted.
 */
export async function recountLog(
  store: Store,
  asked: RecountAsked,
  { from: resumed = null, onProgress, signal, eventsAtATime = EVENTS_AT_A_TIME }: RecountOptions = {},
): Promise<Recounted> {
  const { site, from, to } = asked
  const period = { site, from, to }
  const begun = resumed ?? (await begin(store, asked, eventsAtATime))
  const { parts, slices, tally } = begun
  const read = (part: number): Promise<() => void> =>
    part < slices.length
      ? readTabs(store, asked, tally, slices[part]!)
      : readConversations(store, asked, tally, { buckets: parts - slices.length, bucket: part - slices.length })
  let next = begun.done < parts ? read(begun.done) : null
  for (let done = begun.done + 1; next; done++) {
    const add = await next
    signal?.throwIfAborted()
    // The database reads on while the machine counts.
    next = done < parts ? read(done) : null
    // What it rejects with is heard when it is waited for.
    next?.catch(() => undefined)
    add()
    await onProgress?.({ ...begun, done })
  }
  signal?.throwIfAborted()
  const named = await nameEvents(store, site, tally.named)
  return { ...tally, named, rollUp: await store.query(rollUpSql, period) }
}

async function readTabs(store: Store, asked: RecountAsked, tally: Tally, slice: TabSlice): Promise<() => void> {
  const { site, from, to } = asked
  const params = { site, from, to, ...slice, names: NAMES }
  const [row] = await store.query<{ evidence: string | null }>(evidenceSql, params)
  const { evidence } = row!
  return () => {
    if (evidence !== null) for (const thread of readEvidence(evidence)) addThread(tally, thread, asked)
  }
}

interface Bucket {
  readonly bucket: number
  readonly buckets: number
}

async function readConversations(store: Store, asked: RecountAsked, tally: Tally, of: Bucket): Promise<() => void> {
  const { site, from, to } = asked
  const rows = await store.query<ConversationRow>(spokenSql, { site, from, to, ...of })
  const counted = await store.query<CountedConversation>(countedInSql, { site, from, to, ...of })
  return () => addConversations(tally, rows.map(fromConversationRow), counted, asked)
}

async function begin(
  store: Store,
  { site, from, to, starts }: RecountAsked,
  eventsAtATime: number,
): Promise<RecountProgress> {
  const dealt = await store.query<TabSlice & { events: number }>(slicesSql, { site, from, to, size: eventsAtATime })
  const [spoken] = await store.query<{ events: number }>(spokenCountSql, { site, from, to })
  return {
    done: 0,
    // One at least: sessions of conversations may be counted of which nothing is left.
    parts: dealt.length + Math.max(1, Math.ceil(spoken!.events / eventsAtATime)),
    slices: dealt.map(({ events: _, ...slice }) => slice),
    events: dealt.reduce((sum, { events }) => sum + events, spoken!.events),
    tally: newTally(starts),
  }
}
