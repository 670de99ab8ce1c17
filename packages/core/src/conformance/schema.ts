import * as v from 'valibot'
import { CHANNELS, type Channel } from '../channels.js'
import { parseClock } from '../clock.js'
import { SPEAKERS } from '../conversation/conversationFact.js'
import { ENTRIES, VIAS } from '../events.js'
import { LIMITS } from '../limits.js'
import { text } from '../schema/fields.js'
import { quote } from '../schema/reason.js'
import {
  type ChoiceEvent,
  DEEDS,
  TALK_TURNS,
  type TabEvent,
  type TalkEvent,
  TRACE_VERSION,
  type Trace,
  type TraceSession,
  WAYS,
  type Way,
} from './trace.js'

// How a trace is written; what it says as a whole is checked by readTraces.

type Schema<T> = v.GenericSchema<unknown, T>

const CHANNEL_NAMES = Object.keys(CHANNELS) as Channel[]
const CHOICES = ['grant', 'refuse'] as const
const CONSENTS = ['granted', 'refused', 'none'] as const
const REASONS = ['idle', 'close', 'transfer', 'survey_answered', 'interrupted'] as const
const oneOf = <const T extends string>(names: readonly T[]): Schema<T> =>
  v.picklist(names, ({ input }) => `expected one of ${names.join(', ')}, got ${quote(input)}`)

const clock = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const ms = typeof dataset.value === 'string' ? parseClock(dataset.value) : null
    if (ms !== null) return ms
    addIssue({ message: `expected a time such as "4:59.999" or "24:00:00.000", got ${quote(dataset.value)}` })
    return NEVER
  }),
)

const instant = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    const at = typeof value === 'string' && /T.*(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN
    if (Number.isFinite(at)) return at
    addIssue({ message: `expected an instant such as "2026-11-02T09:00:00Z", got ${quote(value)}` })
    return NEVER
  }),
)

const timeZone = v.pipe(v.string(), v.check(isTimeZone, 'expected an IANA time zone such as "Europe/Madrid"'))

const count = v.pipe(v.number(), v.integer('expected a whole number'), v.minValue(0))
const name = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'expected letters, digits, - and _, 64 at most'))

const tabEvents = [
  v.strictObject({
    at: clock,
    in: name,
    does: v.literal('open'),
    by: oneOf(Object.keys(WAYS) as Way[]),
    article: v.optional(text(LIMITS.articleId), 'install'),
  }),
  v.strictObject({ at: clock, in: name, does: v.literal('search'), query: v.optional(text(LIMITS.query), 'install') }),
  v.strictObject({ at: clock, in: name, does: v.picklist(DEEDS) }),
] as const

const talkEvents = [
  v.strictObject({ at: clock, in: name, does: v.literal('message'), by: oneOf(SPEAKERS) }),
  v.strictObject({ at: clock, in: name, does: v.picklist(TALK_TURNS) }),
] as const

const does =
  (...names: readonly string[]) =>
  (issue: { readonly input: unknown }) =>
    `expected ${names.join(', ')}, got ${quote(issue.input)}`

/** What may happen in a tab, in a conversation, and in neither. */
export const tabEvent: Schema<TabEvent> = v.variant('does', tabEvents, does('open', 'search', ...DEEDS))
export const talkEvent: Schema<TalkEvent> = v.variant('does', talkEvents, does('message', ...TALK_TURNS))
export const choiceEvent: Schema<ChoiceEvent> = v.strictObject({
  at: clock,
  does: v.picklist(CHOICES, does(...CHOICES)),
})

const session: Schema<TraceSession> = v.strictObject({
  in: name,
  start: clock,
  end: v.optional(clock),
  reason: v.optional(oneOf(REASONS)),
  previous: v.optional(v.nullable(v.pipe(count, v.minValue(1))), null),
  day: v.optional(v.pipe(v.string(), v.isoDate('expected a date such as "2026-11-02"'))),
  entry: v.optional(oneOf(ENTRIES)),
  via: v.optional(oneOf(VIAS)),
  articles: v.optional(count),
  searches: v.optional(count),
  interactions: v.optional(count),
  userTurns: v.optional(count),
})

/** A trace as it is written, with times read. Its events are checked by what their threads are. */
export interface WrittenTrace extends Pick<Trace, 'name' | 'rule' | 'startsAt' | 'timeZone' | 'consent'> {
  /** One channel, or several: the trace holds for each of them. */
  readonly threads: Readonly<Record<string, Channel | readonly Channel[]>>
  readonly events: readonly { readonly in?: string | undefined }[]
  readonly until?: number | undefined
  readonly sessions?: readonly TraceSession[] | undefined
  readonly orphanSearches: number
}

export const traceSchema: Schema<WrittenTrace> = v.strictObject({
  name,
  rule: v.optional(v.pipe(v.string(), v.maxLength(400)), ''),
  threads: v.record(
    name,
    v.union(
      [v.picklist(CHANNEL_NAMES), v.pipe(v.array(v.picklist(CHANNEL_NAMES)), v.minLength(1))],
      `expected a list of channels, or one of ${CHANNEL_NAMES.join(', ')}`,
    ),
  ),
  startsAt: v.optional(instant, '2026-11-02T09:00:00Z'),
  timeZone: v.optional(timeZone, 'UTC'),
  consent: v.optional(oneOf(CONSENTS), 'granted'),
  events: v.array(v.looseObject({ in: v.optional(name) })),
  until: v.optional(clock),
  sessions: v.optional(v.array(session)),
  orphanSearches: v.optional(count, 0),
})

/** A file of traces. Each is read by itself, so that what is amiss can be named. */
export const fileSchema: Schema<{ readonly traces: readonly unknown[] }> = v.strictObject({
  version: v.literal(TRACE_VERSION, `expected ${TRACE_VERSION}, the version of the format that this one reads`),
  traces: v.array(v.unknown()),
})

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
