import { CHANNELS, type ConversationEvent, recountConversation } from '@helptally/core'
import type { Run } from '../store/duckdb/engine.js'
import { type ConversationRow, fromConversationRow } from './conversationLine.js'
import * as sql from './conversations.sql.js'

/**
 * Counts the sessions of the conversations of which something arrived, by the rulebook and from all that is known of
 * them: nobody claims them, and what comes late finds its place.
 */
export async function countConversations(run: Run): Promise<void> {
  const rows = await run<ConversationRow>(sql.arrivedConversationsSql)
  const conversations = Map.groupBy(rows.map(fromConversationRow), ({ site, channel, conversationId }) =>
    JSON.stringify([site, channel, conversationId]),
  )
  await run(sql.dropArrivedSql)
  const sessions = [...conversations.values()].flatMap(sessionsOf)
  if (sessions.length > 0) await run(sql.insertConversationSessionsSql, { sessions: JSON.stringify(sessions) })
}

function sessionsOf(events: readonly ConversationEvent[]): Record<string, unknown>[] {
  const { channel } = events[0]!
  return recountConversation(CHANNELS[channel], events).map((session) => {
    const { site, conversationId, visitorId } = session.events[0]!
    return {
      id: session.id,
      site,
      channel,
      conversation_id: conversationId,
      visitor_id: visitorId,
      started_at: session.startedAt,
      last_at: session.lastAt,
      previous_id: session.previousId,
      ended_at: session.endedAt,
      reason: session.reason ?? '',
      interactions: session.interactions,
      user_turns: session.userTurns,
    }
  })
}
