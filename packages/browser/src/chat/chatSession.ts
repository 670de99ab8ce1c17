import { findHelp } from '../boot.js'
import { type ChatOptions, type ChatSession, createChat } from './createChat.js'

/**
 * Meters the chat widget of this page, on the channel `web`: call its methods from the widget's callbacks. The sessions
 * are counted by the collector. Does nothing on the server, in an iframe, and without the reader's consent.
 */
export function chatSession(options: ChatOptions = {}): ChatSession {
  return createChat(findHelp, options)
}
