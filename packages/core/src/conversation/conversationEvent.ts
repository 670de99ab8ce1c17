import type { Fact } from '../session/facts.js'
import type { ConversationChannel, Speaker, Turn } from './conversationFact.js'

export type ConversationName = `chat.${Turn | 'message'}`

/** One immutable fact of a conversation, as it is kept. Ids are pseudonyms; times epoch ms. */
export interface ConversationEvent {
  /** UUIDv7 of `at`, or of no time where the platform tells none, and of the platform's id. */
  readonly id: string
  readonly name: ConversationName
  readonly site: string
  readonly channel: ConversationChannel
  readonly conversationId: string
  readonly visitorId: string
  readonly at: number
  /** Of a message. */
  readonly by: Speaker | null
  /** Of an answered survey that tells it. */
  readonly score: number | null
  /** Why, as the platform says it; '' when it does not. */
  readonly cause: string
}

/** What an event means for the sessions of its conversation. */
export function conversationFactOf({ id, name, by }: Pick<ConversationEvent, 'id' | 'name' | 'by'>): Fact {
  if (name === 'chat.message') return { type: 'message', id, by: by! }
  return { type: name.slice('chat.'.length) as Turn }
}
