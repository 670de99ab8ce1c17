import { type ChatEvent, type CountedSession, type HelpEvent, isChatEvent, recount } from '@helptally/core'
import { HttpResponse, http, type RequestHandler } from 'msw'
import { createMarks, type Marks } from './marks.js'
import { readBatch } from './readBatch.js'
import { type RejectedEvent, sortEvents } from './sortEvents.js'

export type { RejectedEvent } from './sortEvents.js'

export interface HelpHandlersOptions {
  /** The collector's base path, on any origin, or its absolute address. Default `/api/help`. */
  readonly base?: string
}

/** A collector made of msw handlers, which keeps what it receives. Its lists are live: they grow as events arrive. */
export interface HelpRecorder {
  /** For `setupServer(...help.handlers)`. */
  readonly handlers: RequestHandler[]
  /** Each event once, however often it was sent, in order of arrival. */
  readonly events: readonly HelpEvent[]
  /** What a chat widget told by `chatSession()`, each once, in order of arrival. */
  readonly chat: readonly ChatEvent[]
  /** What the collector would not have taken. In a healthy site it stays empty. */
  readonly rejected: readonly RejectedEvent[]
  /** The sessions in the recorded events, counted by the rulebook as of now. */
  sessions(): CountedSession[]
  /** Forgets everything, ordered failures and requests that are being answered included. */
  clear(): void
  /** The next request fails with this status (default 503) and records nothing. Each call orders one failure. */
  failNext(status?: number): void
}

const DEFAULT_BASE = '/api/help'
const UNAVAILABLE = 503

/** Answers `POST {base}/events` as the collector does, by the same schemas. */
export function helpHandlers({ base = DEFAULT_BASE }: HelpHandlersOptions = {}): HelpRecorder {
  const events: HelpEvent[] = []
  const chat: ChatEvent[] = []
  const rejected: RejectedEvent[] = []
  const failures: number[] = []
  let marks: Marks = createMarks()
  let life = 0

  async function receive(request: Request): Promise<Response> {
    const born = life
    const failure = failures.shift()
    if (failure !== undefined) return refuse(failure, 'The test asked for this failure: failNext().')
    const read = await readBatch(request)
    if (!read.ok) return refuse(read.status, read.error)
    const { events: sent, tabId } = read.batch
    const sorted = sortEvents(sent)
    if (born === life) keep(sorted)
    return HttpResponse.json(
      {
        received: sent.length,
        rejected: sorted.rejected.map(({ id, reason }) => ({ id, reason })),
        mark: marks.markOf(tabId ?? sorted.accepted[0]?.tabId),
        ...(tabId !== undefined && sent.length === 0 && { ahead: marks.aheadOf(tabId) }),
      },
      { status: 202 },
    )
  }

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
    handlers: [http.post(`${base.startsWith('/') ? '*' : ''}${base}/events`, ({ request }) => receive(request))],
    events,
    chat,
    rejected,
    sessions: () => recount(events, Date.now()),
    clear() {
      life += 1
      events.length = 0
      chat.length = 0
      rejected.length = 0
      failures.length = 0
      marks = createMarks()
    },
    failNext(status = UNAVAILABLE) {
      failures.push(status)
    },
  }
}

function refuse(status: number, error: string): Response {
  return HttpResponse.json({ error }, { status })
}
