import type { Fact } from '../session/facts.js'
import type { ConversationChannel, Speaker, Turn } from './conversationFact.js'

/** What an event of a conversation is called. */
export type ConversationName = `chat.${Turn | 'message'}`

/** One immutable fact of a conversation, as it is kept. Ids are pseudonyms; times epoch ms. */
export interface ConversationEvent {
  /** UUIDv7 of `at`, or of no time where it is known by the id of a platform or a chat widget alone. */
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
  /** Why, as who tells of it says; '' when nobody does. */
  readonly cause: string
}

/** What an event means for the sessions of its conversation. */
export function conversationFactOf({ id, name, by }: Pick<ConversationEvent, 'id' | 'name' | 'by'>): Fact {
  if (name === 'chat.message') return { type: 'message', id, by: by! }
  if (name === 'chat.open') return { type: 'tick' }
  return { type: name.slice('chat.'.length) as Exclude<Turn, 'open'> }
}
