import type { PageEvent } from '@helptally/core'
import type { Batch } from '@helptally/core/schema'
import type { LogLine } from '../ledger/ledgerLine.js'
import type { Store } from '../store/store.js'
import { answer, refuse } from './answers.js'
import { deviceOf } from './deviceOf.js'
import { type LabelOptions, labelOf } from './labelOf.js'
import { linesOf } from './linesOf.js'
import type { Marks } from './marks.js'
import { type NoBatch, readBatch } from './readBatch.js'
import type { SenderLimits } from './senderLimits.js'
import { type Judged, type Readable, readableOf, sortEvents } from './sortEvents.js'
import type { TurnedAway } from './turnedAway.js'

/** An event that was not taken, and why. Sending it again cannot help. */
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
  /** Numbers beyond the mark that are here, too, ascending: only in the answer to a batch of no events that names its tab. */
  readonly ahead?: readonly number[]
}

export interface Receiving {
  readonly store: Store
  readonly marks: Marks
  readonly limits: SenderLimits
  readonly turnedAway: TurnedAway
  readonly labels: LabelOptions
  /** Whether the page behind a request may send. */
  readonly isWelcome: (request: Request) => boolean
  readonly now: () => number
  /** The site of events that name none, '' for none. */
  readonly site: string
}

/**
 * `POST {base}/events`: checks the events one by one, and answers 202 when all are on disk, the bad ones with their
 * reasons. A batch of no events asks for the mark of its tab.
 */
export async function receiveEvents(request: Request, receiving: Receiving): Promise<Response> {
  const { turnedAway, site } = receiving
  const read = refusalUnread(request, receiving) ?? (await readBatch(request))
  if (read.ok) return receiveBatch(request, read.batch, receiving)
  turnedAway.add('refused', site, 1)
  return refuse(read.status, read.error, read.headers)
}

/** Before a byte is read. */
function refusalUnread(request: Request, { isWelcome, limits }: Receiving): NoBatch | null {
  if (!isWelcome(request)) {
    const error = `origin: expected one of this collector's pages, got ${request.headers.get('origin')}. See the option origins.`
    return { ok: false, status: 403, error }
  }
  const waitMs = limits.ofRequest(request)
  return waitMs > 0 ? tooMuch(waitMs, 'from this address') : null
}

async function receiveBatch(request: Request, batch: Batch, receiving: Receiving): Promise<Response> {
  const { marks, limits, turnedAway, now } = receiving
  const { sentAt, events, dropped = 0 } = batch
  const site = firstOf(events, 'site') ?? receiving.site
  const waitMs = limits.ofEvents(batch.tabId ?? firstOf(events, 'tabId'), events.length)
  if (waitMs > 0) {
    turnedAway.add('over_limit', site, events.length)
    const { status, error, headers } = tooMuch(waitMs, 'from this tab')
    return refuse(status, error, headers)
  }
  const judged = sortEvents(events, sentAt)
  const label = labelOf(request, batch, receiving.labels)
  const device = deviceOf(request.headers)
  const receivedAt = now()
  const clockReadAt = batch.later ? receivedAt : sentAt
  await appendAll(linesOf(judged, { sentAt: clockReadAt, receivedAt, label, device, dropped, site }), receiving)
  settle(marks, judged)
  const numbers = await numbersOf(marks, judged, batch.tabId)
  return answer(202, { received: events.length, rejected: judged.flatMap(rejectedOf), ...numbers } satisfies Receipt)
}

/** With what was turned away since the last time. */
export async function appendAll(
  lines: readonly LogLine[],
  { store, turnedAway, now }: Pick<Receiving, 'store' | 'turnedAway' | 'now'>,
): Promise<void> {
  const earlier = turnedAway.take(now())
  await store.append([...lines, ...earlier]).catch((error: unknown) => {
    for (const { outcome, site, n } of earlier) turnedAway.add(outcome, site, n)
    throw error
  })
}

function tooMuch(waitMs: number, whence: string): NoBatch {
  const seconds = Math.ceil(waitMs / 1_000)
  const error = `More comes ${whence} than this collector takes: send it again in ${seconds} seconds.`
  return { ok: false, status: 429, error, headers: { 'retry-after': String(seconds) } }
}

/** The first site or tab that an event of a batch names. */
function firstOf(events: readonly unknown[], field: 'site' | 'tabId'): string | null {
  for (const event of events) {
    const value = readableOf(event)[field]
    if (value !== null) return value
  }
  return null
}

function rejectedOf(one: Judged): Rejected[] {
  return 'event' in one ? [] : [{ id: readableOf(one.input).id, reason: one.reason }]
}

/** A rejected event is not waited for: its number is settled, too. */
function settle(marks: Marks, judged: readonly Judged[]): void {
  const settled = new Map<string, number[]>()
  for (const one of judged) {
    const { tabId, seq } = 'event' in one ? numbered(one.event) : readableOf(one.input)
    if (tabId === null || seq === null) continue
    const seqs = settled.get(tabId)
    if (seqs) seqs.push(seq)
    else settled.set(tabId, [seq])
  }
  for (const [tabId, seqs] of settled) marks.settle(tabId, seqs)
}

/** Facts of a chat have no number. */
const numbered = (event: PageEvent): Pick<Readable, 'tabId' | 'seq'> => ({
  tabId: event.tabId,
  seq: 'seq' in event ? event.seq : null,
})

async function numbersOf(
  marks: Marks,
  judged: readonly Judged[],
  asked: string | undefined,
): Promise<Pick<Receipt, 'mark' | 'ahead'>> {
  if (asked !== undefined && judged.length === 0) return (await marks.numbersOf(asked)) ?? { mark: null }
  const tabId = asked ?? judged.find((one) => 'event' in one)?.event.tabId
  return { mark: tabId === undefined ? null : await marks.markOf(tabId) }
}
