import { type ConversationStep, type EndReason, type ExplainedStep, idleEndAt } from '@helptally/core'
import type { AnyExplained, Trace, TraceEvent, TraceRun } from '@helptally/core/conformance'

/** What became of one thing that happened. Times are ms after the start of the trace. */
export type Decision =
  /** It lies in a session, the so many-th, and did this to it; without more, that would end at `endAt`. */
  | {
      readonly kind: 'in session'
      readonly nth: number
      readonly did: (ExplainedStep | ConversationStep)['did']
      readonly gapMs: number
      readonly endAt: number
    }
  /** `orphan`: a search that opened no article. `untold`: no activity at all. `choice`: of the reader, on consent. */
  | { readonly kind: 'outside' | 'orphan' | 'untold' | 'without consent' | 'choice' }

export type TimelineEntry = { readonly at: number; readonly thread: string } & (
  | { readonly event: TraceEvent; readonly decision: Decision }
  | { readonly ends: number; readonly reason: EndReason; readonly lastAt: number }
)

/** All that happened in a trace, in order, with what it did; and in between, where sessions end. */
export function timelineOf(trace: Trace, run: TraceRun): TimelineEntry[] {
  const decided = decisionsOf(trace, run)
  const told = new Map([...run.tabs, ...run.talks].map(({ of, event }) => [of as TraceEvent, event.id]))
  const consenting = consentedBy(trace)
  const happened = [...trace.events, ...[...told.keys()].filter((event) => !trace.events.includes(event))]
  const entries = happened.map((event): TimelineEntry => {
    const thread = 'in' in event ? event.in : ''
    const id = told.get(event)
    const decision = id === undefined ? untold(trace, event, consenting) : decided.get(id)!
    return { at: event.at, thread, event, decision }
  })
  // What ends a session idle at a moment does so before what happens then; what ends it early happens first.
  const idle = endsOf(trace, run).filter(({ reason }) => reason === 'idle')
  const early = endsOf(trace, run).filter(({ reason }) => reason !== 'idle')
  return [...idle, ...entries, ...early].sort((a, b) => a.at - b.at)
}

function endsOf({ startsAt }: Trace, { sessions, explained }: TraceRun) {
  return sessions.flatMap(({ in: thread, end: at, reason }, i) =>
    at === undefined || !reason ? [] : [{ at, thread, ends: i + 1, reason, lastAt: explained[i]!.lastAt - startsAt }],
  )
}

function decisionsOf(trace: Trace, { tabs, talks, explained }: TraceRun): Map<string, Decision> {
  const chosen = new Set(
    tabs.map(({ event }) => ('queryId' in event && event.name === 'help.article.open' ? event.queryId : '')),
  )
  const decided = new Map<string, Decision>()
  for (const { event } of [...tabs, ...talks]) {
    const isOrphan = event.name === 'help.search.submit' && !chosen.has(event.queryId)
    decided.set(event.id, { kind: isOrphan ? 'orphan' : 'outside' })
  }
  for (const [i, session] of explained.entries())
    for (const [id, decision] of stepsOf(session, i + 1, trace.startsAt)) decided.set(id, decision)
  return decided
}

function stepsOf({ steps, start, rule }: AnyExplained, nth: number, startsAt: number): [string, Decision][] {
  let lastAt = start.at
  return steps.map(({ event, gapMs, did }) => {
    if (did === 'kept') lastAt = Math.max(lastAt, 'ts' in event ? event.ts : event.at)
    return [event.id, { kind: 'in session', nth, did, gapMs, endAt: idleEndAt(rule, lastAt) - startsAt }]
  })
}

function untold({ threads }: Trace, event: TraceEvent, isConsented: (event: TraceEvent) => boolean): Decision {
  if (!('in' in event)) return { kind: 'choice' }
  return { kind: threads[event.in] === 'help' && !isConsented(event) ? 'without consent' : 'untold' }
}

/** Whether the reader had consented when something happened. */
function consentedBy({ events, consent }: Trace): (event: TraceEvent) => boolean {
  return (event) => {
    const choice = events.slice(0, events.indexOf(event)).findLast(({ does }) => does === 'grant' || does === 'refuse')
    return choice ? choice.does === 'grant' : consent === 'granted'
  }
}
