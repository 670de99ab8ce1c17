import type { Channel, ChannelRule } from '@helptally/core'
import { type ConversationRow, fromConversationRow } from '../conversations/conversationLine.js'
import { countedInSql, spokenCountSql, spokenSql } from '../conversations/conversations.sql.js'
import type { Store } from '../store/store.js'
import { addConversations, type CountedConversation } from './addConversations.js'
import { evidenceCountSql, evidenceSql, rollUpSql } from './evidence.sql.js'
import { nameEvents } from './nameEvents.js'
import { NAMES, readEvidence } from './readEvidence.js'
import { addThread, newTally, type Tally } from './tally.js'

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

/** How far a recount has come. With it another one goes on from there. Survives JSON. */
export interface RecountProgress {
  /** Buckets that are done: those of tabs, then those of conversations. */
  readonly bucket: number
  readonly buckets: number
  /** Of the buckets, those of tabs. */
  readonly ofTabs: number
  /** Events that there are to recount. */
  readonly events: number
  readonly tally: Tally
}

export interface RecountOptions {
  /** Where an earlier one with the same question was interrupted. */
  readonly from?: RecountProgress | null
  /** Called after each bucket, and waited for. */
  readonly onProgress?: (progress: RecountProgress) => Promise<void> | void
  readonly signal?: AbortSignal
  /** About as many are in memory at a time. Default: from 50,000 for a short log up to 200,000 for a long one. */
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
  { from: resumed = null, onProgress, signal, eventsAtATime }: RecountOptions = {},
): Promise<Recounted> {
  const { site, from, to } = asked
  const period = { site, from, to }
  const begun = resumed ?? (await begin(store, asked, eventsAtATime))
  const { buckets, ofTabs, tally } = begun
  const read = (bucket: number): Promise<() => void> =>
    bucket < ofTabs
      ? readTabs(store, asked, tally, { buckets: ofTabs, bucket })
      : readConversations(store, asked, tally, { buckets: buckets - ofTabs, bucket: bucket - ofTabs })
  let next = begun.bucket < buckets ? read(begun.bucket) : null
  for (let bucket = begun.bucket; next; bucket++) {
    const add = await next
    signal?.throwIfAborted()
    // The database reads on while the machine counts.
    next = bucket + 1 < buckets ? read(bucket + 1) : null
    // What it rejects with is heard when it is waited for.
    next?.catch(() => undefined)
    add()
    await onProgress?.({ ...begun, bucket: bucket + 1 })
  }
  signal?.throwIfAborted()
  const named = await nameEvents(store, site, tally.named)
  return { ...tally, named, rollUp: await store.query(rollUpSql, period) }
}

interface Bucket {
  readonly bucket: number
  readonly buckets: number
}

async function readTabs(store: Store, asked: RecountAsked, tally: Tally, of: Bucket): Promise<() => void> {
  const { site, from, to } = asked
  const [row] = await store.query<{ evidence: string | null }>(evidenceSql, { site, from, to, ...of, names: NAMES })
  const { evidence } = row!
  return () => {
    if (evidence !== null) for (const thread of readEvidence(evidence)) addThread(tally, thread, asked)
  }
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
  eventsAtATime: number | undefined,
): Promise<RecountProgress> {
  const eventsOf = async (sql: string): Promise<number> =>
    (await store.query<{ events: number }>(sql, { site, from, to }))[0]!.events
  const [ofTabs, ofConversations] = await Promise.all([eventsOf(evidenceCountSql), eventsOf(spokenCountSql)])
  const bucketsOf = (events: number): number => Math.max(1, Math.ceil(events / (eventsAtATime ?? inMemory(events))))
  return {
    bucket: 0,
    buckets: bucketsOf(ofTabs) + bucketsOf(ofConversations),
    ofTabs: bucketsOf(ofTabs),
    events: ofTabs + ofConversations,
    tally: newTally(starts),
  }
}

/** Each bucket looks through the whole log: fewer are faster, until they no longer let the database read ahead. */
const inMemory = (events: number): number => Math.min(200_000, Math.max(50_000, events / 20))
