import { createHash } from 'node:crypto'
import type { Store } from '../store/store.js'
import { type EventPage, eventPages, type Paging } from './eventPages.js'

/** Who looks at a long work. */
export interface Watch {
  /** Days that are done, of so many, and events in them. */
  readonly onDay: (done: number, of: number, events: number) => void
  /** Ends the work between two pages, by its reason. */
  readonly signal: AbortSignal
}

/** Who is told of the days and their events on the way. */
interface Listener {
  day(nth: number): Promise<void>
  page(page: EventPage): Promise<void>
}

const nobody: Listener = { day: async () => undefined, page: async () => undefined }

/** SHA-256, in hex, of the hashes of each day's events, in the order of their ids. */
export async function hashDays(
  store: Store,
  paging: Paging,
  { onDay, signal }: Watch,
  listener: Listener = nobody,
): Promise<string[]> {
  const { days } = paging
  const pages = eventPages(store, paging)
  let page = await pages.next()
  const hashes: string[] = []
  let events = 0
  for (const [nth, { start }] of days.entries()) {
    const hash = createHash('sha256')
    await listener.day(nth)
    for (; !page.done && page.value.start === start; page = await pages.next()) {
      signal.throwIfAborted()
      hash.update(page.value.hashes)
      events += page.value.events
      await listener.page(page.value)
    }
    hashes.push(hash.digest('hex'))
    onDay(nth + 1, days.length, events)
  }
  return hashes
}
