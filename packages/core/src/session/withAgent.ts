import { AGENT_REST_MS } from '../channels.js'
import type { Fact } from './facts.js'
import type { Step, ThreadState } from './thread.js'

/**
 * What is written after a transfer belongs to the agent's conversation, and starts nothing, until that is closed or a day
 * goes by without a message in it. What comes next is done otherwise.
 */
export function afterAgent(state: ThreadState, fact: Fact, now: number, next: (state: ThreadState) => Step): Step {
  if (state.withAgentSince === undefined) return next(state)
  const { withAgentSince, ...free } = state
  if (now - withAgentSince >= AGENT_REST_MS) return next(free)
  if (fact.type === 'close') return { state: free, effects: [] }
  if (fact.type === 'message') return { state: { ...free, withAgentSince: Math.max(withAgentSince, now) }, effects: [] }
  return next(state)
}
