import { CHANNELS, type ConversationExplained, explainConversation, recountConversation } from '@helptally/core'
import { isUuid } from '../isUuid.js'
import type { Store } from '../store/store.js'
import { type ConversationRow, fromConversationRow } from './conversationLine.js'
import { conversationOfSql } from './conversations.sql.js'

/** One session of a conversation, counted again from all that is known of it; null when there is none of that id. */
export async function explainConversationSession(
  store: Store,
  id: string,
  now: number,
): Promise<ConversationExplained | null> {
  if (!isUuid(id)) return null
  const rows = await store.query<ConversationRow>(conversationOfSql, { id })
  if (rows.length === 0) return null
  const rule = CHANNELS[rows[0]!.channel]
  const session = recountConversation(rule, rows.map(fromConversationRow)).find((one) => one.id === id)
  return session ? explainConversation(rule, session, now) : null
}
