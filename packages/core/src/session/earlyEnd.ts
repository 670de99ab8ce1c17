import { type ChannelRule, SURVEY_ANSWER_MS } from '../channels.js'
import type { Fact } from './facts.js'
import { end } from './life.js'
import type { Step, ThreadState } from './thread.js'

/** What a fact does to a conversation besides starting and keeping it: it ends early, or a survey is out. */
export function earlyEnd(rule: ChannelRule, state: ThreadState, fact: Fact, now: number): Step | undefined {
  if (fact.type === 'survey_sent') return { state: { ...state, surveySentAt: now }, effects: [] }
  if (fact.type === 'transfer' && rule.endsEarlyOn.includes('transfer')) return transferred(state, now)
  if (!state.open || (fact.type === 'survey_answered' && !isAnsweredInTime(state, now))) return undefined
  const reason = rule.endsEarlyOn.find((early) => early === fact.type)
  return reason && end(state, state.open, reason, now)
}

/** Also of a conversation whose session was over: an agent has it from now on. */
function transferred(state: ThreadState, now: number): Step {
  const { state: ended, effects } = state.open ? end(state, state.open, 'transfer', now) : { state, effects: [] }
  return { state: { ...ended, withAgentSince: now }, effects }
}

function isAnsweredInTime({ surveySentAt }: ThreadState, now: number): boolean {
  return surveySentAt !== null && now - surveySentAt < SURVEY_ANSWER_MS
}
