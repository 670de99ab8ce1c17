import { CHANNELS, type ConversationEvent, type ConversationSession, recountConversation } from '@helptally/core'
import { type Counted, moved, note, type Tally, toDay } from './tally.js'

/** A session of a conversation as it is counted. */
export interface CountedConversation {
  readonly id: string
  /** Epoch ms. */
  readonly started_at: number
}

/**
 * Adds conversations to a tally: all events of some, and what is counted of the same in the period. Nobody claims their
 * sessions; the collector counted them by the same rulebook, so what differs is wrong.
 */
export function addConversations(
  tally: Tally,
  events: readonly ConversationEvent[],
  counted: readonly CountedConversation[],
  { from, to, rules }: Counted,
): void {
  const isInside = ({ startedAt }: ConversationSession) => startedAt >= from && startedAt < to
  const known = new Map(counted.map(({ id, started_at }) => [id, started_at]))
  for (const { started_at } of counted) toDay(tally, started_at, 'claimed', 'found')
  const conversations = Map.groupBy(events, ({ channel, conversationId }) => `${channel} ${conversationId}`)
  for (const conversation of conversations.values()) {
    tally.tabs++
    tally.events += conversation.length
    const { channel } = conversation[0]!
    const sessions = recountConversation(CHANNELS[channel], conversation)
    for (const { id, startedAt } of sessions.filter(isInside)) {
      if (!known.delete(id)) note(tally, wrong('not_claimed', id, startedAt))
    }
    if (!rules) continue
    const others = recountConversation(rules[channel], conversation)
    for (const session of sessions.filter(isInside)) addMoved(tally, 'merged', session, others)
    for (const session of others.filter(isInside)) addMoved(tally, 'split', session, sessions)
  }
  for (const [id, at] of known) note(tally, wrong('not_found', id, at))
}

/** A session that the others do not have: its first event lies in one of theirs. */
function addMoved(
  tally: Tally,
  kind: 'merged' | 'split',
  { id, startedAt: at }: ConversationSession,
  others: readonly ConversationSession[],
): void {
  const within = others.find(({ events }) => events.some((event) => event.id === id))
  if (within && within.id !== id) moved(tally, { id, at, kind, within: within.id })
}

const wrong = (kind: 'not_claimed' | 'not_found', eventId: string, at: number) => ({
  ...{ eventId, at, kind, cause: 'claim_wrong' as const },
  ...(kind === 'not_claimed' ? { claimed: null, found: eventId } : { claimed: eventId, found: null }),
})
