import type { Channel, ChannelRule } from '@helptally/core'
import type { Store } from '../store/store.js'
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
  readonly bucket: number
  readonly buckets: number
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
  /** About as many are in memory at a time. Default 50,000. */
  readonly eventsAtATime?: number
}

export interface Recounted extends Tally {
  /** Sessions that the reports count and no page claims, or the other way round: none, or the roll-up is wrong. */
  readonly rollUp: readonly { readonly id: string; readonly counted: boolean }[]
}

/**
 * Runs the rulebook over the log of a site, tab by tab, without trusting what the pages claimed, and compares. It reads
 * all events of each tab that opened an article in the period; its memory does not grow with the log. Rejects with the
 * signal's reason when it is aborted.
 */
export async function recountLog(
  store: Store,
  { site, from, to, starts, rules }: RecountAsked,
  { from: resumed = null, onProgress, signal, eventsAtATime = 50_000 }: RecountOptions = {},
): Promise<Recounted> {
  const period = { site, from, to }
  const begun = resumed ?? (await begin(store, period, { starts, eventsAtATime }))
  const { buckets, events, tally } = begun
  const read = async (bucket: number): Promise<string | null> => {
    const [row] = await store.query<{ lines: string | null }>(evidenceSql, {
      ...period,
      buckets,
      bucket,
      names: NAMES,
    })
    return row!.lines
  }
  for (let bucket = begun.bucket, next = read(bucket); bucket < buckets; bucket++) {
    const lines = await next
    signal?.throwIfAborted()
    // The database reads on while the machine counts.
    if (bucket + 1 < buckets) next = read(bucket + 1)
    if (lines !== null) for (const thread of readEvidence(lines)) addThread(tally, thread, { from, to, rules })
    await onProgress?.({ bucket: bucket + 1, buckets, events, tally })
  }
  signal?.throwIfAborted()
  const named = await nameEvents(store, site, tally.named)
  return { ...tally, named, rollUp: await store.query(rollUpSql, period) }
}

async function begin(
  store: Store,
  period: { readonly site: string; readonly from: number; readonly to: number },
  { starts, eventsAtATime }: { readonly starts: readonly number[]; readonly eventsAtATime: number },
): Promise<RecountProgress> {
  const [row] = await store.query<{ events: number }>(evidenceCountSql, period)
  const { events } = row!
  return { bucket: 0, buckets: Math.max(1, Math.ceil(events / eventsAtATime)), events, tally: newTally(starts) }
}
