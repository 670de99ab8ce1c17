import * as v from 'valibot'
import { count, instant, uuid } from './fields.js'
import { reasonOf } from './reason.js'

/** Bytes of one request body: the quota of `fetch` with `keepalive`. */
export const MAX_BATCH_BYTES: number = 64 * 1024
export const MAX_BATCH_EVENTS = 200

/** What a page posts. Its events are checked one by one, by `parseEvent`. */
export interface Batch {
  /** Epoch ms on the page's clock, at the moment of sending. */
  readonly sentAt: number
  /** The browser sends it when the page has died: `sentAt` is when it was handed over, and says nothing of the page's clock. */
  readonly later?: true
  /** The tab whose mark the page wants to know. Default: that of the first event. With it, a batch may hold no events. */
  readonly tabId?: string
  /** Events that the page had to give up unsent, the oldest first, since it last said so: its memory was full. */
  readonly dropped?: number
  /** The site tries itself out: its events are kept, and not counted. */
  readonly test?: true
  /** `navigator.webdriver`: a program drives the browser. Its events are kept, and not counted. */
  readonly webdriver?: true
  /** On the wire: what all events of the batch have in common. `parseBatch` gives it to each that does not say otherwise. */
  readonly common?: Readonly<Record<string, unknown>>
  readonly events: readonly unknown[]
}

export type ParsedBatch = { readonly ok: true; readonly batch: Batch } | { readonly ok: false; readonly reason: string }

const fields = v.strictObject({
  sentAt: instant(),
  later: v.optional(v.literal(true)),
  tabId: v.optional(uuid()),
  dropped: v.optional(count(1)),
  test: v.optional(v.literal(true)),
  webdriver: v.optional(v.literal(true)),
  common: v.optional(v.record(v.string(), v.unknown())),
  events: v.pipe(v.array(v.unknown()), v.maxLength(MAX_BATCH_EVENTS, `expected at most ${MAX_BATCH_EVENTS} events`)),
})

const schema = v.pipe(
  fields,
  v.forward(
    v.check(
      ({ events, tabId, dropped }) => events.length > 0 || (tabId !== undefined && dropped === undefined),
      'expected at least one event, or a tabId alone, whose mark is asked for',
    ),
    ['events'],
  ),
)

export function parseBatch(input: unknown): ParsedBatch {
  const result = v.safeParse(schema, input, { abortEarly: true })
  if (result.success) return { ok: true, batch: complete(result.output) }
  return { ok: false, reason: `expected { sentAt, events: [...] }; ${reasonOf(result.issues[0])}` }
}

function complete({ common, events, ...heading }: Batch): Batch {
  const isObject = (event: unknown) => typeof event === 'object' && event !== null && !Array.isArray(event)
  return {
    ...heading,
    events: common ? events.map((e) => (isObject(e) ? { ...common, ...(e as object) } : e)) : events,
  }
}
