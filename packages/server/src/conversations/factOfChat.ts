import { createHash } from 'node:crypto'
import type { ChatEvent, ConversationEvent } from '@helptally/core'
import { uuidOfDigest } from '../uuidOfDigest.js'

/** What a page tells of its chat widget as a fact of a conversation, dated `at` (epoch ms, the collector's clock). */
export function factOfChat(event: ChatEvent, at: number): ConversationEvent {
  const { id, name, site, channel, visitorId } = event
  return {
    ...{ id, name, site, channel, conversationId: conversationOf(event), visitorId, at },
    by: event.name === 'chat.message' ? event.by : null,
    score: event.name === 'chat.survey_answered' ? (event.score ?? null) : null,
    cause: 'cause' in event ? (event.cause ?? '') : '',
  }
}

/**
 * A page is not believed which conversation it tells of, only which of its visitor's own: no id that it can send becomes
 * that of another visitor's conversation, or of one that a platform tells of with its key (`pseudonyms.ts`).
 */
function conversationOf({ site, visitorId, conversation = '' }: ChatEvent): string {
  const parts = JSON.stringify(['page', site, visitorId, conversation])
  return uuidOfDigest(createHash('sha256').update(parts).digest())
}
