import { clockOf } from '@helptally/core'
import type { Trace, TraceEvent, TraceRun, TraceSession } from '@helptally/core/conformance'
import { CONVERSATION_WORDS } from '../explanation/conversationWords.js'
import { printable } from '../explanation/printable.js'
import { WORDS } from '../explanation/words.js'
import type { LetterLocale } from '../letters/letter.js'
import type { Rules, Simulated } from './simulate.js'
import { type Decision, type TimelineEntry, timelineOf } from './timeline.js'
import { SIMULATION_WORDS } from './words.js'

/** A trace for a person, a line each: the rules, what happened and what it did, and what is counted. */
export function simulationInWords(simulated: Simulated, rules: Rules, locale: LetterLocale): string[] {
  const { trace, run } = simulated
  return [
    trace.name,
    ...(trace.rule === '' ? [] : [printable(trace.rule)]),
    '',
    ...rulesInWords(trace, rules, locale),
    '',
    ...timelineInWords(trace, run, locale),
    '',
    ...countedInWords(trace, run, locale),
    ...metInWords(simulated, locale),
  ]
}

function rulesInWords({ threads }: Trace, rules: Rules, locale: LetterLocale): string[] {
  const width = Math.max(0, ...Object.keys(threads).map(({ length }) => length))
  return Object.entries(threads).map(([thread, channel]) => {
    const { idleFrom, idleEnds, idleMs } = rules[channel]
    const silence = CONVERSATION_WORDS[locale].silence[idleFrom]
    const rule = SIMULATION_WORDS[locale].rule(silence, idleEnds, clockOf(idleMs))
    return `  ${thread.padEnd(width)}  ${channel}: ${rule}`
  })
}

function timelineInWords(trace: Trace, run: TraceRun, locale: LetterLocale): string[] {
  const entries = timelineOf(trace, run)
  const rows = entries.map((entry) => [clockOf(entry.at), entry.thread, ...entryInWords(entry, trace, locale)] as const)
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)))
  return rows.map(([at, thread, what, did]) =>
    `  ${at.padStart(widths[0]!)}  ${thread.padEnd(widths[1]!)}  ${what.padEnd(widths[2]!)}  ${did}`.trimEnd(),
  )
}

function entryInWords(entry: TimelineEntry, { threads }: Trace, locale: LetterLocale): [what: string, did: string] {
  const words = SIMULATION_WORDS[locale]
  const isHelp = threads[entry.thread] === 'help'
  if ('event' in entry) {
    const isInTab = isHelp || entry.thread === ''
    return [whatOf(entry.event, isInTab, locale), decisionInWords(entry.decision, isInTab, locale)]
  }
  const ended = (isHelp ? WORDS : CONVERSATION_WORDS)[locale].ended[entry.reason]
  const told = ended(clockOf(entry.lastAt), clockOf(entry.at - entry.lastAt))
  return [`${words.session(entry.ends)} ${words.ends}`, told]
}

function whatOf(event: TraceEvent, isInTab: boolean, locale: LetterLocale): string {
  const { tab } = SIMULATION_WORDS[locale]
  const { message, event: turn } = CONVERSATION_WORDS[locale]
  if (event.does === 'message') return message[event.by]
  if (event.does === 'open') return `${tab.open} ${printable(event.article)} (${event.by})`
  if (event.does === 'search') return `${tab.search} "${printable(event.query)}"`
  if (isInTab && event.does in tab) return tab[event.does as keyof typeof tab]
  return turn[`chat.${event.does}` as keyof typeof turn]
}

function decisionInWords(decision: Decision, isInTab: boolean, locale: LetterLocale): string {
  const words = SIMULATION_WORDS[locale]
  switch (decision.kind) {
    case 'in session': {
      const did: Readonly<Record<string, (gap: string, end: string) => string>> = isInTab
        ? WORDS[locale].did
        : CONVERSATION_WORDS[locale].did
      return `${words.session(decision.nth)}: ${did[decision.did]!(clockOf(decision.gapMs), clockOf(decision.endAt))}`
    }
    case 'outside':
      return words.startsNothing
    case 'orphan':
      return words.orphan
    case 'untold':
      return words.toldNothing
    case 'without consent':
      return words.noConsent
    case 'choice':
      return ''
  }
}

function countedInWords({ threads }: Trace, { sessions, orphanSearches }: TraceRun, locale: LetterLocale): string[] {
  const words = SIMULATION_WORDS[locale]
  return [
    words.counted(sessions.length, orphanSearches),
    ...sessions.map((session, i) => `  ${i + 1}  ${session.in}  ${sessionInWords(session, threads, locale)}`),
  ]
}

function sessionInWords(session: TraceSession, threads: Trace['threads'], locale: LetterLocale): string {
  const { span, open, after } = SIMULATION_WORDS[locale]
  const { said } = CONVERSATION_WORDS[locale]
  const { start, end, reason, entry, via, day, previous, interactions, userTurns } = session
  return [
    end === undefined ? open(clockOf(start)) : span(clockOf(start), clockOf(end)),
    ...(reason ? [reason] : []),
    entry ? `${entry}, ${via}` : threads[session.in]!,
    ...(interactions === undefined ? [] : [said(String(interactions), String(userTurns))]),
    ...(day ? [day] : []),
    ...(previous === null ? [] : [after(previous)]),
  ].join('  ')
}

function metInWords({ trace, unmet }: Simulated, locale: LetterLocale): string[] {
  const words = SIMULATION_WORDS[locale]
  if (!trace.expected) return [words.noneExpected]
  if (unmet.length === 0) return [words.asExpected]
  return [words.notAsExpected, ...unmet.map((one) => `  ${printable(words.unmet(one))}`)]
}
