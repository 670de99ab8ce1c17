import type { Channel, ChannelRule } from '@helptally/core'
import { compareTrace, runTrace, type Trace, type TraceRun, type Unmet } from '@helptally/core/conformance'

export type Rules = Readonly<Record<Channel, ChannelRule>>

/** A trace, what is counted of it, and where that is not what the trace expects. */
export interface Simulated {
  readonly trace: Trace
  readonly run: TraceRun
  readonly unmet: readonly Unmet[]
}

export function simulate(trace: Trace, rules: Rules): Simulated {
  const run = runTrace(trace, rules)
  return { trace, run, unmet: trace.expected ? compareTrace(trace.expected, run) : [] }
}
