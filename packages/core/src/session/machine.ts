import type { ChannelRule, EarlyEnd, EndReason } from '../channels.js'
import { SURVEY_ANSWER_MS } from '../channels.js'
import { idleEndAt, isIdle } from '../idle.js'
import type { Fact } from './facts.js'

export interface OpenSession {
  /** The id of the event that opened it. */
  readonly id: string
  /** Epoch ms. */
  readonly startedAt: number
  /** What the idle time counts from, epoch ms. */
  readonly lastAt: number
  /** The session before this one in the same thread. */
  readonly previousId: string | null
}

export interface EndedSession extends OpenSession {
  /** Epoch ms: last activity + timeout for `idle`, the moment of the fact otherwise. */
  readonly endedAt: number
  readonly reason: EndReason
}

/** One tab's or one conversation's part in the count. */
export interface ThreadState {
  readonly open: OpenSession | null
  readonly previousId: string | null
  readonly surveySentAt: number | null
}

export type SessionEffect =
  | { readonly type: 'started'; readonly session: OpenSession }
  | { readonly type: 'continued'; readonly session: OpenSession }
  | { readonly type: 'ended'; readonly session: EndedSession }

export interface Step {
  readonly state: ThreadState
  readonly effects: readonly SessionEffect[]
}

export const newThread: ThreadState = { open: null, previousId: null, surveySentAt: null }

/**
 * The rulebook: what one fact at `now` (epoch ms) means for one thread.
 * Pure. The page, the recount, the test kit and the command all step through here.
 */
export function advance(rule: ChannelRule, state: ThreadState, fact: Fact, now: number): Step {
  const { open } = state
  if (open && isIdle(rule, open.lastAt, now)) {
    const ended = end(state, open, 'idle', idleEndAt(rule, open.lastAt))
    const next = advance(rule, ended.state, fact, now)
    return { state: next.state, effects: [...ended.effects, ...next.effects] }
  }
  if (fact.type === 'survey_sent') return { state: { ...state, surveySentAt: now }, effects: [] }
  if (open) {
    const reason = earlyEnd(rule, state, fact, now)
    return reason ? end(state, open, reason, now) : goOn(rule, state, open, fact, now)
  }
  return fact.type === rule.startsOn ? start(state, fact.id, now) : { state, effects: [] }
}

function start(state: ThreadState, id: string, now: number): Step {
  const open: OpenSession = { id, startedAt: now, lastAt: now, previousId: state.previousId }
  return { state: { ...state, open }, effects: [{ type: 'started', session: open }] }
}

function goOn(rule: ChannelRule, state: ThreadState, open: OpenSession, fact: Fact, now: number): Step {
  if (!postpones(rule, fact)) return { state, effects: [] }
  const session: OpenSession = { ...open, lastAt: Math.max(open.lastAt, now) }
  return { state: { ...state, open: session }, effects: [{ type: 'continued', session }] }
}

function end(state: ThreadState, open: OpenSession, reason: EndReason, endedAt: number): Step {
  return {
    state: { ...state, open: null, previousId: open.id },
    effects: [{ type: 'ended', session: { ...open, endedAt, reason } }],
  }
}

function postpones(rule: ChannelRule, fact: Fact): boolean {
  if (rule.idleFrom === 'activity') return fact.type === 'activity' || fact.type === 'entry'
  return fact.type === 'message' && (rule.idleFrom === 'interaction' || fact.by === 'user')
}

function earlyEnd(rule: ChannelRule, state: ThreadState, fact: Fact, now: number): EarlyEnd | undefined {
  if (fact.type === 'survey_answered' && !isAnsweredInTime(state, now)) return undefined
  return rule.endsEarlyOn.find((reason) => reason === fact.type)
}

function isAnsweredInTime(state: ThreadState, now: number): boolean {
  return state.surveySentAt !== null && now - state.surveySentAt < SURVEY_ANSWER_MS
}
