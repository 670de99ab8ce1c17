import type { HelpEvent } from '../events.js'
import type { EVENT_VERSION } from '../eventVersion.js'
import type { Speaker, Turn } from './conversationFact.js'

interface ChatEnvelope {
  /**
   * UUIDv7. That of a message which the site names is made from the name, and of no time: tabs that tell of the same
   * message tell the same event.
   */
  readonly id: string
  readonly v: typeof EVENT_VERSION
  /** <= 64 characters. */
  readonly site: string
  readonly channel: 'web'
  /** UUID of the browser tab that tells it. Its numbers are those of its help events: these have none. */
  readonly tabId: string
  /** UUID, pseudonymous, made only after consent. */
  readonly visitorId: string
  /** Epoch ms on the page's clock. */
  readonly ts: number
  /** UUID made from the site's id of the conversation. Absent: the only one of this visitor. */
  readonly conversation?: string
}

/** What happened in a chat widget. What was written is not told. */
export type ChatFields =
  | { readonly name: 'chat.message'; readonly by: Speaker }
  | { readonly name: 'chat.survey_answered'; readonly score?: number }
  /** `cause`: why, in the site's words, <= 64 characters. */
  | { readonly name: `chat.${Exclude<Turn, 'survey_answered'>}`; readonly cause?: string }

/**
 * One immutable fact of the channel `web`, as a page with a chat widget tells it. Nobody claims sessions of it: the
 * collector counts them by the rulebook, over all that is known of the conversation.
 */
export type ChatEvent = ChatEnvelope & ChatFields

/** What a page may post. */
export type PageEvent = HelpEvent | ChatEvent

/** Whether an event that a page posted is one of its chat widget. */
export function isChatEvent(event: PageEvent): event is ChatEvent {
  return event.name.startsWith('chat.')
}
