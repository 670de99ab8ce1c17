import type { PageEvent } from '@helptally/core'
import { type Batch, parseBatch } from '@helptally/core/schema'

export interface Posted<Event> extends Omit<Batch, 'events'> {
  readonly events: readonly Event[]
}

/** What a page has posted, as the collector reads it. */
export function batchIn<Event extends PageEvent = PageEvent>(body: unknown): Posted<Event> {
  const parsed = parseBatch(body)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.batch as Posted<Event>
}
