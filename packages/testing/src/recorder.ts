import { type ChatEvent, type CountedSession, type HelpEvent, isChatEvent, recount } from '@helptally/core'
import type { Batch } from '@helptally/core/schema'
import { createMarks, type Marks } from './marks.js'
import { type RejectedEvent, sortEvents } from './sortEvents.js'

/** What pages have told, as a collector would keep it, and what it counts as. The lists are live: they grow as events arrive. */
export interface Recorded {
  /** Each event once, however often it was sent, in order of arrival. */
  readonly events: readonly HelpEvent[]
  /** What a chat widget told by `chatSession()`, each once, in order of arrival. */
  readonly chat: readonly ChatEvent[]
  /** What the collector would not have taken. In a healthy site it stays empty. */
  readonly rejected: readonly RejectedEvent[]
  /** The sessions in the recorded events, counted by the rulebook as of now. */
  sessions(): CountedSession[]
  /** The next request fails with this status (default 503) and records nothing. Each call orders one failure. */
  failNext(status?: number): void
}

/** The answer to a batch, as a collector words it. */
export interface Taken {
  readonly received: number
  readonly rejected: readonly Pick<RejectedEvent, 'id' | 'reason'>[]
  readonly mark: number | null
  readonly ahead?: readonly number[]
}

export interface Recorder extends Recorded {
  /** The status that the next request was ordered to fail with, once. */
  nextFailure(): number | undefined
  /** Before everything was forgotten it was another life. */
  readonly life: number
  /** Takes the batch of a request that came in that life. */
  take(batch: Batch, life?: number): Taken
  clear(): void
}

const UNAVAILABLE = 503

/** `now` (epoch ms) decides which of the last sessions are still open. */
export function createRecorder(now: () => number): Recorder {
  const events: HelpEvent[] = []
  const chat: ChatEvent[] = []
  const rejected: RejectedEvent[] = []
  const failures: number[] = []
  let marks: Marks = createMarks()
  let life = 0

  function keep(sorted: ReturnType<typeof sortEvents>): void {
    const known = new Set([...events, ...chat].map(({ id }) => id))
    for (const event of sorted.accepted) {
      if (known.has(event.id)) continue
      known.add(event.id)
      if (isChatEvent(event)) chat.push(event)
      else events.push(event)
    }
    rejected.push(...sorted.rejected)
    for (const { tabId, seq } of sorted.settled) marks.settle(tabId, seq)
  }

  return {
    events,
    chat,
    rejected,
    sessions: () => recount(events, now()),
    failNext(status = UNAVAILABLE) {
      failures.push(status)
    },
    nextFailure: () => failures.shift(),
    get life() {
      return life
    },
    take({ events: sent, tabId }, born = life) {
      const sorted = sortEvents(sent)
      if (born === life) keep(sorted)
      return {
        received: sent.length,
        rejected: sorted.rejected.map(({ id, reason }) => ({ id, reason })),
        mark: marks.markOf(tabId ?? sorted.accepted[0]?.tabId),
        ...(tabId !== undefined && sent.length === 0 && { ahead: marks.aheadOf(tabId) }),
      }
    },
    clear() {
      life += 1
      events.length = 0
      chat.length = 0
      rejected.length = 0
      failures.length = 0
      marks = createMarks()
    },
  }
}
