import { MAX_BATCH_BYTES, parseBatch } from '@helptally/core/schema'
import type { Store } from '../store/store.js'
import { answer, refuse } from './answers.js'
import { linesOf } from './linesOf.js'
import type { Marks } from './marks.js'
import { readBody } from './readBody.js'
import { type Judged, readableOf, sortEvents } from './sortEvents.js'

export interface Rejected {
  /** The event's own id, as far as it is readable. */
  readonly id: string | null
  readonly reason: string
}

/** What a page gets for a batch, once it is durable. */
export interface Receipt {
  /** Events in the batch. */
  readonly received: number
  readonly rejected: readonly Rejected[]
  /**
   * The highest sequence number up to which the tab's events are all here; null when that is not known. The tab is the
   * batch's `tabId`, else that of its first good event.
   */
  readonly mark: number | null
}

export interface Receiving {
  readonly store: Store
  readonly marks: Marks
  readonly now: () => number
  /** The site of events that name none, '' for none. */
  readonly site: string
}

const TYPES = ['text/plain', 'application/json']

/**
 * `POST {base}/events`: checks the events one by one, and answers 202 when all are on disk, the bad ones with their
 * reasons. A batch of no events asks for the mark of its tab.
 */
export async function receiveEvents(request: Request, { store, marks, now, site }: Receiving): Promise<Response> {
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

  const { sentAt, tabId, dropped = 0, events } = parsed.batch
  const judged = sortEvents(events, sentAt)
  await store.append(linesOf(judged, { sentAt, receivedAt: now(), label: '', dropped, site }))
  settle(marks, judged)
  const mark = await markOf(marks, judged, tabId)
  return answer(202, { received: events.length, rejected: judged.flatMap(rejectedOf), mark } satisfies Receipt)
}

function rejectedOf(one: Judged): Rejected[] {
  return 'event' in one ? [] : [{ id: readableOf(one.input).id, reason: one.reason }]
}

type Json = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string }

function parseJson(text: string): Json {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, reason: (error as SyntaxError).message }
  }
}

/** A rejected event is not waited for: its number is settled, too. */
function settle(marks: Marks, judged: readonly Judged[]): void {
  const settled = new Map<string, number[]>()
  for (const one of judged) {
    const { tabId, seq } = 'event' in one ? one.event : readableOf(one.input)
    if (tabId !== null && seq !== null) settled.set(tabId, [...(settled.get(tabId) ?? []), seq])
  }
  for (const [tabId, seqs] of settled) marks.settle(tabId, seqs)
}

async function markOf(marks: Marks, judged: readonly Judged[], asked: string | undefined): Promise<number | null> {
  if (asked !== undefined && judged.length === 0) return marks.lookUpMarkOf(asked)
  const tabId = asked ?? judged.find((one) => 'event' in one)?.event.tabId
  return tabId === undefined ? null : marks.markOf(tabId)
}
