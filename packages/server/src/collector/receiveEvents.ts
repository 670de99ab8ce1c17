import { MAX_BATCH_BYTES, parseBatch } from '@helptally/core/schema'
import { toRow } from '../log/toRow.js'
import type { Store } from '../store/store.js'
import { answer, refuse } from './answers.js'
import { correctedTime } from './eventTime.js'
import type { Marks } from './marks.js'
import { readBody } from './readBody.js'
import { type Rejected, type SortedEvents, sortEvents } from './sortEvents.js'

/** What a page gets for a batch, once it is durable. */
export interface Receipt {
  /** Events in the batch. */
  readonly received: number
  readonly rejected: readonly Rejected[]
  /** The highest sequence number up to which the tab's events are all here; null when that is not known. */
  readonly mark: number | null
}

export interface Receiving {
  readonly store: Store
  readonly marks: Marks
  readonly now: () => number
}

const TYPES = ['text/plain', 'application/json']

/** `POST {base}/events`: checks the events one by one, and answers 202 when the good ones are on disk. */
export async function receiveEvents(request: Request, { store, marks, now }: Receiving): Promise<Response> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!TYPES.includes(type)) {
    return refuse(415, `content-type: expected ${TYPES.join(' or ')}, got ${type || 'none'}`)
  }
  const body = await readBody(request, MAX_BATCH_BYTES)
  if (!body.ok) {
    if (body.reason === 'too large')
      return refuse(413, `expected at most ${MAX_BATCH_BYTES} bytes: send smaller batches`)
    return refuse(400, `expected a body of UTF-8 text, got one that is ${body.reason}`)
  }
  const json = parseJson(body.text)
  if (!json.ok) return refuse(400, `expected JSON, got text that is none (${json.reason})`)
  const parsed = parseBatch(json.value)
  if (!parsed.ok) return refuse(400, parsed.reason)

  const receivedAt = now()
  const { sentAt, events } = parsed.batch
  const sorted = sortEvents(events, sentAt)
  const rows = sorted.accepted.map((event) => toRow(event, receivedAt, correctedTime(event.ts, sentAt, receivedAt)))
  await store.append(rows)
  const mark = await settle(marks, sorted)
  return answer(202, { received: events.length, rejected: sorted.rejected, mark } satisfies Receipt)
}

type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string }

function parseJson(text: string): Json {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, reason: (error as SyntaxError).message }
  }
}

async function settle(marks: Marks, { accepted, settled }: SortedEvents): Promise<number | null> {
  for (const [tabId, seqs] of settled) marks.settle(tabId, seqs)
  const tabId = accepted[0]?.tabId
  return tabId === undefined ? null : marks.markOf(tabId, settled.get(tabId)!)
}
