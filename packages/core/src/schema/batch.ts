import * as v from 'valibot'
import { count, instant, uuid } from './fields.js'
import { reasonOf } from './reason.js'
import { type Run, rowsOf, speltOut } from './unfold.js'

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
  readonly events: readonly unknown[]
}

/** The same as it may travel. */
export interface PostedBatch extends Omit<Batch, 'events'> {
  /** What all events of the batch have in common. `parseBatch` gives it to each that does not say otherwise. */
  readonly common?: Readonly<Record<string, unknown>>
  /** How the ids end that are not said. */
  readonly ids?: string
  readonly events?: readonly unknown[]
  /** More events, after those, in short. */
  readonly runs?: readonly Run[]
}

export type ParsedBatch = { readonly ok: true; readonly batch: Batch } | { readonly ok: false; readonly reason: string }

const record = v.record(v.string(), v.unknown())
const run: v.GenericSchema<unknown, Run> = v.strictObject({
  common: v.optional(record),
  fields: v.optional(v.array(v.string())),
  rows: v.optional(v.array(v.unknown())),
})
/** The fourth and the fifth group of a UUID. */
const TAIL = /^[89ab][\da-f]{3}-[\da-f]{12}$/

const countOf = ({ events, runs }: { events: readonly unknown[]; runs: readonly Run[] }) =>
  events.length + runs.reduce((sum, { rows }) => sum + (rows?.length ?? 1), 0)

const fields = v.strictObject({
  sentAt: instant(),
  later: v.optional(v.literal(true)),
  tabId: v.optional(uuid()),
  dropped: v.optional(count(1)),
  test: v.optional(v.literal(true)),
  webdriver: v.optional(v.literal(true)),
  common: v.optional(record),
  ids: v.optional(v.pipe(v.string(), v.regex(TAIL, 'expected the last two groups of a UUID'))),
  events: v.optional(v.array(v.unknown()), []),
  runs: v.optional(v.array(run), []),
})

const schema = v.pipe(
  fields,
  v.forward(
    v.check(
      ({ tabId, dropped, ...told }) => countOf(told) > 0 || (tabId !== undefined && dropped === undefined),
      'expected at least one event, or a tabId alone, whose mark is asked for',
    ),
    ['events'],
  ),
  v.forward(
    v.check((told) => countOf(told) <= MAX_BATCH_EVENTS, `expected at most ${MAX_BATCH_EVENTS} events`),
    ['events'],
  ),
)

export function parseBatch(input: unknown): ParsedBatch {
  const result = v.safeParse(schema, input, { abortEarly: true })
  if (result.success) return { ok: true, batch: complete(result.output) }
  return { ok: false, reason: `expected { sentAt, events: [...] }; ${reasonOf(result.issues[0])}` }
}

function complete({ common, ids, events, runs, ...heading }: v.InferOutput<typeof schema>): Batch {
  const isObject = (event: unknown) => typeof event === 'object' && event !== null && !Array.isArray(event)
  const told = [...events, ...runs.flatMap(rowsOf)]
  const isPlain = !common && !ids && runs.length === 0
  const whole = (event: unknown) =>
    isObject(event) ? speltOut({ ...common, ...(event as object) }, heading.sentAt, ids) : event
  return { ...heading, events: isPlain ? told : told.map(whole) }
}
