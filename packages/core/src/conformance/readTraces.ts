import * as v from 'valibot'
import type { Channel } from '../channels.js'
import { clockOf } from '../clock.js'
import { kindOf, quote, reasonOf } from '../schema/reason.js'
import { choiceEvent, fileSchema, tabEvent, talkEvent, traceSchema, type WrittenTrace } from './schema.js'
import type { Expected, Trace, TraceEvent, TraceSession } from './trace.js'

export type ReadTraces =
  | { readonly ok: true; readonly traces: readonly Trace[] }
  /** Names the trace and the field, what was expected, and what came. */
  | { readonly ok: false; readonly reason: string }

type Threads = Readonly<Record<string, Channel>>

/**
 * Reads a file of traces, or one trace by itself. A trace whose thread may be of several channels is as many traces, each
 * with its channel behind its name. Never throws.
 */
export function readTraces(input: unknown): ReadTraces {
  if (kindOf(input) !== 'object') return no(`expected a trace, or { version, traces: [...] }, got ${kindOf(input)}`)
  if (!Object.hasOwn(input as object, 'traces')) return readTrace(input)
  const file = v.safeParse(fileSchema, input, { abortEarly: true })
  if (!file.success) return no(reasonOf(file.issues[0]))
  const all: Trace[] = []
  for (const [i, each] of file.output.traces.entries()) {
    const read = readTrace(each)
    if (!read.ok) return no(`traces.${i}${named(each)}: ${read.reason}`)
    all.push(...read.traces)
  }
  const twice = all.find(({ name }, i) => all.findIndex((one) => one.name === name) !== i)
  return twice ? no(`expected each name once, got ${quote(twice.name)} twice`) : { ok: true, traces: all }
}

function readTrace(input: unknown): ReadTraces {
  const result = v.safeParse(traceSchema, input, { abortEarly: true })
  if (!result.success) return no(reasonOf(result.issues[0]))
  const traces: Trace[] = []
  for (const { name, threads } of eachChannel(result.output)) {
    const events = readEvents(result.output.events, threads)
    if (typeof events === 'string') return no(events)
    const { rule, startsAt, timeZone, consent, until = null } = result.output
    const last = events.at(-1)?.at ?? 0
    if (until !== null && until < last) return no(`until: expected ${clockOf(last)}, the last event, or later`)
    const expected = expectedOf(result.output, threads)
    if (typeof expected === 'string') return no(expected)
    traces.push({ name, rule, threads, startsAt, timeZone, consent, events, until, expected })
  }
  return { ok: true, traces }
}

function eachChannel({ name, threads }: WrittenTrace): { readonly name: string; readonly threads: Threads }[] {
  let found: { readonly name: string; readonly threads: Threads }[] = [{ name, threads: {} }]
  for (const [thread, channels] of Object.entries(threads)) {
    found = found.flatMap((one) =>
      typeof channels === 'string'
        ? [{ name: one.name, threads: { ...one.threads, [thread]: channels } }]
        : channels.map((channel) => ({
            name: `${one.name}/${channel}`,
            threads: { ...one.threads, [thread]: channel },
          })),
    )
  }
  return found
}

/** The events, or what is amiss with them. */
function readEvents(written: WrittenTrace['events'], threads: Threads): TraceEvent[] | string {
  const events: TraceEvent[] = []
  for (const [i, event] of written.entries()) {
    if (event.in !== undefined && !Object.hasOwn(threads, event.in))
      return `events.${i}.in: ${unknownThread(event.in, threads)}`
    const channel = event.in === undefined ? undefined : threads[event.in]
    const schema = channel === undefined ? choiceEvent : channel === 'help' ? tabEvent : talkEvent
    const result = v.safeParse<v.GenericSchema<unknown, TraceEvent>>(schema, event, { abortEarly: true })
    if (!result.success) return `events.${i}.${reasonOf(result.issues[0])}`
    const read = result.output
    const before = events.at(-1)?.at ?? 0
    if (read.at < before) return `events.${i}.at: expected ${clockOf(before)} or later, got ${clockOf(read.at)}`
    if (channel !== 'help' && events.some((other) => isAtOnce(other, read)))
      return `events.${i}.at: expected another time than that of the event before: a conversation is sorted by time`
    events.push(read)
  }
  return events
}

const isAtOnce = (one: TraceEvent, other: TraceEvent): boolean =>
  'in' in one && 'in' in other && one.in === other.in && one.at === other.at

/** What is expected, null when the trace says nothing of it, or what is amiss with it. */
function expectedOf({ sessions, orphanSearches }: WrittenTrace, threads: Threads): Expected | string | null {
  if (!sessions) return null
  for (const [i, session] of sessions.entries()) {
    const amiss = amissWith(session, sessions, threads)
    if (amiss) return `sessions.${i}.${amiss}`
  }
  return { sessions, orphanSearches }
}

function amissWith(session: TraceSession, all: readonly TraceSession[], threads: Threads): string | null {
  const { start, end, reason, previous } = session
  if (!Object.hasOwn(threads, session.in)) return `in: ${unknownThread(session.in, threads)}`
  const others = threads[session.in] === 'help' ? OF_CONVERSATIONS : OF_TABS
  const wrong = others.find((field) => session[field] !== undefined)
  if (wrong) return `${wrong}: not of the channel ${threads[session.in]}`
  if ((end === undefined) !== (reason === undefined)) return 'end: expected an end and its reason, or neither'
  if (end !== undefined && end < start) return `end: expected ${clockOf(start)} or later, got ${clockOf(end)}`
  if (previous !== null && all[previous - 1]?.in !== session.in)
    return `previous: expected the number of a session in ${session.in}, counted from 1, got ${previous}`
  return null
}

const OF_TABS = ['entry', 'via', 'articles', 'searches'] as const
const OF_CONVERSATIONS = ['interactions', 'userTurns'] as const

const unknownThread = (thread: string, threads: Threads): string =>
  `expected one of the threads, ${Object.keys(threads).join(', ')}, got ${quote(thread)}`

function named(input: unknown): string {
  const name = kindOf(input) === 'object' ? (input as { readonly name?: unknown }).name : undefined
  return typeof name === 'string' ? ` (${quote(name)})` : ''
}

const no = (reason: string): ReadTraces => ({ ok: false, reason })
