import type { Channel } from '../channels.js'

/** Every channel but the help center. */
export type ConversationChannel = Exclude<Channel, 'help'>

/** Who wrote a message. */
export const SPEAKERS = ['user', 'bot', 'agent'] as const
/** Who wrote a message. */
export type Speaker = (typeof SPEAKERS)[number]

/** What may happen in a conversation besides messages. That the chat window was opened starts nothing, and ends nothing. */
export const TURNS = ['open', 'close', 'transfer', 'survey_sent', 'survey_answered', 'interrupted'] as const
/** What happened in a conversation besides a message. */
export type Turn = (typeof TURNS)[number]

/**
 * What a bot platform tells of a conversation, one of many in a batch to `POST {base}/conversations`. Ids are the
 * platform's own; those of visitors and conversations, often telephone numbers, are never kept. What was written is not
 * asked for.
 */
export type ConversationFact = {
  /** The same id, of the same channel, is the same fact, however often it comes. <= 200 characters. */
  readonly id: string
  readonly channel: ConversationChannel
  /** <= 200 characters. */
  readonly conversation: string
  /** <= 200 characters. */
  readonly visitor: string
  /** When it happened: epoch ms, or an ISO instant with its offset. */
  readonly at: number | string
} & (
  | { readonly type: 'message'; readonly by: Speaker }
  | { readonly type: 'survey_answered'; readonly score?: number }
  | { readonly type: Exclude<Turn, 'survey_answered'>; readonly cause?: string }
)
