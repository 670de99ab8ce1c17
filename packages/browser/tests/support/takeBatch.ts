import type { HelpEvent } from '@helptally/core'

/** A log of events as a collector keeps it: each once, by its id. */
export interface Log {
  readonly received: HelpEvent[]
  /** Events that came again. */
  copies: number
}

/** Takes what a page posts, and answers the mark of the tab that it is about. */
export function takeBatch(log: Log, body: string): { readonly mark: number } {
  const { events, tabId = events[0]?.tabId } = JSON.parse(body) as { events: HelpEvent[]; tabId?: string }
  for (const event of events) {
    const known = log.received.find(({ id }) => id === event.id)
    if (!known) log.received.push(event)
    else if (JSON.stringify(known) === JSON.stringify(event)) log.copies++
    else throw new Error(`An event changed between two sendings: ${JSON.stringify(event)}`)
  }
  const seqs = new Set(log.received.filter((event) => event.tabId === tabId).map(({ seq }) => seq))
  let mark = 0
  while (seqs.has(mark + 1)) mark++
  return { mark }
}
