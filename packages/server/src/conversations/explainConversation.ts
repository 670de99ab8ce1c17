import {
  CHANNELS,
  type ConversationExplained,
  type ConversationSession,
  type EndReason,
  explainConversation,
  recountConversation,
} from '@helptally/core'
import { isUuid } from '../isUuid.js'
import type { Store } from '../store/store.js'
import { type ConversationRow, fromConversationRow } from './conversationLine.js'
import { conversationOfSql } from './conversations.sql.js'

/** The session before or after in the same conversation. Times are epoch ms. */
export interface ConversationNeighbour {
  readonly id: string
  readonly startedAt: number
  /** What its idle time counts from at last. */
  readonly lastAt: number
  /** null while nothing in the log says that it is over. */
  readonly endedAt: number | null
  readonly reason: EndReason | null
}

/** Why a session of a conversation was counted, and its neighbours there. */
export interface ConversationAnswer extends ConversationExplained {
  /** null for the first. */
  readonly previous: ConversationNeighbour | null
  /** null for the last. */
  readonly next: ConversationNeighbour | null
}

/** One session of a conversation, counted again from all that is known of it; null when there is none of that id. */
export async function explainConversationSession(
  store: Store,
  id: string,
  now: number,
): Promise<ConversationAnswer | null> {
  if (!isUuid(id)) return null
  const rows = await store.query<ConversationRow>(conversationOfSql, { id })
  if (rows.length === 0) return null
  const rule = CHANNELS[rows[0]!.channel]
  const sessions = recountConversation(rule, rows.map(fromConversationRow))
  const session = sessions.find((one) => one.id === id)
  if (!session) return null
  return {
    ...explainConversation(rule, session, now),
    previous: neighbour(sessions.find((one) => one.id === session.previousId)),
    next: neighbour(sessions.find((one) => one.previousId === id)),
  }
}

function neighbour(session: ConversationSession | undefined): ConversationNeighbour | null {
  if (!session) return null
  const { id, startedAt, lastAt, endedAt, reason } = session
  return { id, startedAt, lastAt, endedAt, reason }
}
