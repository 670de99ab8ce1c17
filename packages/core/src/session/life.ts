import type { ChannelRule, EndReason } from '../channels.js'
import { idleEndAt, isIdle } from '../idle.js'
import type { Fact } from './facts.js'
import type { OpenSession, Step, ThreadState } from './thread.js'

// What the sessions of all channels have in common: how they start, go on, and end when idle.

/** Ends the session that is idle by `now`, then does what comes next. */
export function afterIdle(
  rule: ChannelRule,
  state: ThreadState,
  now: number,
  next: (state: ThreadState) => Step,
): Step {
  const { open } = state
  if (!open || !isIdle(rule, open.lastAt, now)) return next(state)
  const ended = end(state, open, 'idle', idleEndAt(rule, open.lastAt))
  const then = next(ended.state)
  return { state: then.state, effects: [...ended.effects, ...then.effects] }
}

export function startOrGoOn(rule: ChannelRule, state: ThreadState, fact: Fact, now: number): Step {
  const { open } = state
  if (open && postpones(rule, fact)) {
    const session: OpenSession = { ...open, lastAt: Math.max(open.lastAt, now) }
    return { state: { ...state, open: session }, effects: [{ type: 'continued', session }] }
  }
  if (!open && fact.type === rule.startsOn) {
    const session: OpenSession = { id: fact.id, startedAt: now, lastAt: now, previousId: state.previousId }
    return { state: { ...state, open: session }, effects: [{ type: 'started', session }] }
  }
  return { state, effects: [] }
}

export function end(state: ThreadState, open: OpenSession, reason: EndReason, endedAt: number): Step {
  return {
    state: { ...state, open: null, previousId: open.id },
    effects: [{ type: 'ended', session: { ...open, endedAt, reason } }],
  }
}

function postpones(rule: ChannelRule, fact: Fact): boolean {
  if (rule.idleFrom === 'activity') return fact.type === 'activity' || fact.type === 'entry'
  return fact.type === 'message' && (rule.idleFrom === 'interaction' || fact.by === 'user')
}
