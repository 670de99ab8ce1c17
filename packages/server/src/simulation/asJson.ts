import { clockOf } from '@helptally/core'
import type { TraceSession } from '@helptally/core/conformance'
import type { Simulated } from './simulate.js'

/** A simulated trace as data: sessions as traces write them; `met` is null where the trace expects nothing. */
export function asJson({ trace, run, unmet }: Simulated): Record<string, unknown> {
  return {
    name: trace.name,
    rule: trace.rule,
    threads: trace.threads,
    sessions: run.sessions.map(written),
    orphanSearches: run.orphanSearches,
    met: trace.expected && unmet.length === 0,
    unmet,
    explained: run.explained,
  }
}

const written = ({ start, end, ...session }: TraceSession): Record<string, unknown> => ({
  ...session,
  start: clockOf(start),
  ...(end !== undefined && { end: clockOf(end) }),
})
