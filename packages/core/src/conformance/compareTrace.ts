import { clockOf } from '../clock.js'
import type { Expected, TraceSession } from './trace.js'

/** Where what was counted is not what a trace expects. */
export interface Unmet {
  /** The session that it is about, by thread and start, such as `A 0:00.000`; null: the trace as a whole. */
  readonly session: string | null
  /** `session`: it was expected and not counted, or the other way round. */
  readonly field: keyof TraceSession | 'session' | 'orphanSearches'
  /** '' is nothing. */
  readonly expected: string
  readonly found: string
}

/** Compares what was counted with what a trace expects; empty when it is met. */
export function compareTrace(expected: Expected, found: Expected): Unmet[] {
  const unmet: Unmet[] = []
  for (const session of expected.sessions) {
    const same = found.sessions.find((one) => labelOf(one) === labelOf(session))
    if (same) unmet.push(...fieldsUnmet(session, same))
    else unmet.push({ session: labelOf(session), field: 'session', expected: labelOf(session), found: '' })
  }
  for (const session of found.sessions) {
    if (expected.sessions.some((one) => labelOf(one) === labelOf(session))) continue
    unmet.push({ session: labelOf(session), field: 'session', expected: '', found: labelOf(session) })
  }
  const orphans = { session: null, field: 'orphanSearches' } as const
  if (expected.orphanSearches !== found.orphanSearches)
    unmet.push({ ...orphans, expected: String(expected.orphanSearches), found: String(found.orphanSearches) })
  return unmet
}

/** No thread starts two sessions at once. */
const labelOf = (session: TraceSession): string => `${session.in} ${clockOf(session.start)}`

/** Left out, they may be anything; an end and its reason may not. */
const OPTIONAL = ['day', 'entry', 'via', 'articles', 'searches', 'interactions', 'userTurns'] as const
const REQUIRED = ['end', 'reason', 'previous'] as const

function fieldsUnmet(expected: TraceSession, found: TraceSession): Unmet[] {
  const named = OPTIONAL.filter((field) => expected[field] !== undefined)
  return [...REQUIRED, ...named]
    .filter((field) => expected[field] !== found[field])
    .map((field) => ({
      ...{ session: labelOf(expected), field },
      ...{ expected: shown(field, expected), found: shown(field, found) },
    }))
}

function shown(field: keyof TraceSession, session: TraceSession): string {
  if (field === 'end') return session.end === undefined ? '' : clockOf(session.end)
  return String(session[field] ?? '')
}
