import type { PageEvent } from '@helptally/core'
import { parsePageEvent } from '@helptally/core/schema'

/** An event that a collector would not take, and why. */
export interface RejectedEvent {
  /** The event's own id, as far as it is readable. */
  readonly id: string | null
  readonly reason: string
  /** What came. */
  readonly event: unknown
}

interface Numbered {
  readonly tabId: string
  readonly seq: number
}

export interface SortedEvents {
  readonly accepted: readonly PageEvent[]
  readonly rejected: readonly RejectedEvent[]
  /** The collector does not wait for the number of a rejected event. */
  readonly settled: readonly Numbered[]
}

/** Checks the events of a batch one by one, by the collector's own schemas. */
export function sortEvents(events: readonly unknown[]): SortedEvents {
  const accepted: PageEvent[] = []
  const rejected: RejectedEvent[] = []
  for (const event of events) {
    const parsed = parsePageEvent(event)
    if (parsed.ok) accepted.push(parsed.event)
    else rejected.push({ id: idOf(event), reason: parsed.reason, event })
  }
  return { accepted, rejected, settled: events.filter(isNumbered) }
}

function idOf(event: unknown): string | null {
  const { id } = (event ?? {}) as { id?: unknown }
  return typeof id === 'string' ? id : null
}

function isNumbered(event: unknown): event is Numbered {
  const { tabId, seq } = (event ?? {}) as Partial<Numbered>
  return typeof tabId === 'string' && Number.isSafeInteger(seq)
}
