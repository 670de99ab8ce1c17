import { isDeepStrictEqual } from 'node:util'
import { type ChatEvent, type HelpEvent, isChatEvent, type PageEvent } from '@helptally/core'
import { type Batch, parseBatch } from '@helptally/core/schema'

/** A log of events as a collector keeps it: each once, by its id. */
export interface Log {
  readonly received: HelpEvent[]
  /** What happened in chats. Of a message that several tabs tell of what came first. */
  readonly chat: ChatEvent[]
  /** Events that came again. */
  copies: number
  /** Events that pages said they had given up. */
  dropped: number
}

/** Takes what a page posts, and answers which numbers of the tab that it is about are here. */
export function takeBatch(log: Log, body: string): { readonly mark: number; readonly ahead: readonly number[] } {
  const { events, dropped = 0, tabId = events[0]?.tabId } = batchOf(body)
  log.dropped += dropped
  for (const event of events) {
    if (isChatEvent(event)) {
      if (log.chat.some(({ id }) => id === event.id)) log.copies++
      else log.chat.push(event)
      continue
    }
    const known = log.received.find(({ id }) => id === event.id)
    if (!known) log.received.push(event)
    else if (isDeepStrictEqual(known, event)) log.copies++
    else throw new Error(`An event changed between two sendings: ${JSON.stringify(event)}`)
  }
  const seqs = new Set(log.received.filter((event) => event.tabId === tabId).map(({ seq }) => seq))
  let mark = 0
  while (seqs.has(mark + 1)) mark++
  return { mark, ahead: [...seqs].filter((seq) => seq > mark) }
}

interface PostedBatch {
  readonly events: readonly PageEvent[]
  readonly tabId?: string
  readonly dropped?: number
}

function batchOf(body: string): PostedBatch {
  const parsed = parseBatch(JSON.parse(body))
  if (!parsed.ok) throw new Error(`the collector would refuse a batch: ${parsed.reason}`)
  return parsed.batch as Batch & PostedBatch
}

/** The events of a body, as the collector reads them. */
export function eventsIn(body: string): readonly HelpEvent[] {
  return batchOf(body).events.filter((event) => !isChatEvent(event))
}
