import { type ConversationAnswer, explainConversationSession } from '../conversations/explainConversation.js'
import { explainSession, type SessionAnswer } from '../reports/explainSession.js'
import type { Store } from '../store/store.js'
import { conversationInWords } from './conversationInWords.js'
import { explanationInWords, type Wording } from './inWords.js'

/** A session of the help center or of a conversation, explained. null when no session of that id is counted. */
export async function explainAny(
  store: Store,
  id: string,
  now: number,
): Promise<SessionAnswer | ConversationAnswer | null> {
  return (await explainSession(store, id, now)) ?? (await explainConversationSession(store, id, now))
}

/** The same for a person: a line each. */
export const anyInWords = (session: SessionAnswer | ConversationAnswer, wording: Wording): string[] =>
  'conversationId' in session ? conversationInWords(session, wording) : explanationInWords(session, wording)
