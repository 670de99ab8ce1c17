import type { HelpEvent } from '@helptally/core'
import { parseEvent } from '@helptally/core/schema'
import { isUuid } from '../isUuid.js'
import { impossibleTime } from './eventTime.js'

export interface Rejected {
  /** The event's own id, as far as it is readable. */
  readonly id: string | null
  readonly reason: string
}

export interface SortedEvents {
  readonly accepted: readonly HelpEvent[]
  readonly rejected: readonly Rejected[]
  /** Sequence numbers that are settled by this batch, by tab: a rejected event is not waited for. */
  readonly settled: ReadonlyMap<string, readonly number[]>
}

const MAX_ID_SHOWN = 64

/** Checks the events of a batch one by one. */
export function sortEvents(events: readonly unknown[], sentAt: number): SortedEvents {
  const accepted: HelpEvent[] = []
  const rejected: Rejected[] = []
  const settled = new Map<string, number[]>()
  for (const input of events) {
    const { tabId, seq, id } = (input ?? {}) as { tabId?: unknown; seq?: unknown; id?: unknown }
    if (isUuid(tabId) && isSeq(seq)) {
      if (!settled.has(tabId)) settled.set(tabId, [])
      settled.get(tabId)!.push(seq)
    }
    const parsed = parseEvent(input)
    const reason = parsed.ok ? impossibleTime(parsed.event, sentAt) : parsed.reason
    if (parsed.ok && reason === null) accepted.push(parsed.event)
    else rejected.push({ id: typeof id === 'string' ? id.slice(0, MAX_ID_SHOWN) : null, reason: reason! })
  }
  return { accepted, rejected, settled }
}

const isSeq = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1
