import { type Channel, type ChannelRule, type EndReason, RULE_VERSION } from '../channels.js'
import { idleEndAt, isIdle } from '../idle.js'
import type { ConversationEvent } from './conversationEvent.js'
import type { Speaker } from './conversationFact.js'
import type { ConversationSession } from './recountConversation.js'

/** One event of a session and what it did to it. Times are epoch ms. */
export interface ConversationStep {
  readonly event: ConversationEvent
  /** Since what the idle time counts from. */
  readonly gapMs: number
  /** `started` opened the session, `kept` postponed its end, `ended` ended it, `noted` did none of these. */
  readonly did: 'started' | 'kept' | 'noted' | 'ended'
}

/** Why a session of a conversation was counted: the start, each event and gap, the end, and the rule applied. */
export interface ConversationExplained {
  readonly id: string
  readonly ruleVersion: number
  readonly rule: Pick<ChannelRule, 'idleMs' | 'idleEnds' | 'idleFrom'> & { readonly channel: Channel }
  readonly site: string
  readonly conversationId: string
  readonly visitorId: string
  /** The session of the conversation before it. */
  readonly previousId: string | null
  readonly start: { readonly at: number; readonly by: Speaker }
  readonly steps: readonly ConversationStep[]
  readonly interactions: number
  readonly userTurns: number
  /** What the idle time counts from at last. */
  readonly lastAt: number
  /** null while the session is open. */
  readonly end: { readonly at: number; readonly reason: EndReason } | null
}

/** Why a session of a conversation was counted. `now` (epoch ms) decides whether it is still open. */
export function explainConversation(
  rule: ChannelRule,
  session: ConversationSession,
  now: number,
): ConversationExplained {
  const { id, startedAt, lastAt, previousId, events, interactions, userTurns } = session
  const { channel, idleMs, idleEnds, idleFrom } = rule
  const { site, conversationId, visitorId, by } = events[0]!
  return {
    id,
    ruleVersion: RULE_VERSION,
    rule: { channel, idleMs, idleEnds, idleFrom },
    site,
    conversationId,
    visitorId,
    previousId,
    start: { at: startedAt, by: by! },
    steps: stepsOf(rule, session),
    interactions,
    userTurns,
    lastAt,
    end: endOf(rule, session, now),
  }
}

function stepsOf(
  { idleFrom }: ChannelRule,
  { id, startedAt, events, reason }: ConversationSession,
): ConversationStep[] {
  let lastAt = startedAt
  return events.map((event, i) => {
    const gapMs = event.at - lastAt
    const keeps = event.name === 'chat.message' && (idleFrom === 'interaction' || event.by === 'user')
    if (keeps) lastAt = event.at
    const ends = reason !== null && reason !== 'idle' && i === events.length - 1
    return { event, gapMs, did: event.id === id ? 'started' : keeps ? 'kept' : ends ? 'ended' : 'noted' }
  })
}

function endOf(
  rule: ChannelRule,
  { endedAt, reason, lastAt }: ConversationSession,
  now: number,
): ConversationExplained['end'] {
  if (reason !== null) return { at: endedAt!, reason }
  return isIdle(rule, lastAt, now) ? { at: idleEndAt(rule, lastAt), reason: 'idle' } : null
}
