import * as v from 'valibot'
import { count, instant } from './fields.js'
import { reasonOf } from './reason.js'

/** Bytes of one request body: the quota of `fetch` with `keepalive`. */
export const MAX_BATCH_BYTES: number = 64 * 1024
export const MAX_BATCH_EVENTS = 200

/** What a page posts. Its events are checked one by one, by `parseEvent`. */
export interface Batch {
  /** Epoch ms on the page's clock, at the moment of sending. */
  readonly sentAt: number
  /** Events that the page had to give up unsent, the oldest first, since it last said so: its memory was full. */
  readonly dropped?: number
  readonly events: readonly unknown[]
}

export type ParsedBatch = { readonly ok: true; readonly batch: Batch } | { readonly ok: false; readonly reason: string }

const schema = v.strictObject({
  sentAt: instant(),
  dropped: v.optional(count(1)),
  events: v.pipe(
    v.array(v.unknown()),
    v.minLength(1, 'expected at least one event'),
    v.maxLength(MAX_BATCH_EVENTS, `expected at most ${MAX_BATCH_EVENTS} events`),
  ),
})

export function parseBatch(input: unknown): ParsedBatch {
  const result = v.safeParse(schema, input, { abortEarly: true })
  if (result.success) return { ok: true, batch: result.output }
  return { ok: false, reason: `expected { sentAt, events: [...] }; ${reasonOf(result.issues[0])}` }
}
