import { ConversationTimeline, Message, SessionTimeline } from '@helptally/dashboard'
import {
  conversationsMeanwhile,
  explainConversationSession,
  explainSession,
  sessionsMeanwhile,
} from '@helptally/server'
import type { ReactElement } from 'react'
import type { Reading } from './reading.js'

/** The page of one session, of the help center or of a conversation. */
export async function timelineOf(id: string, { view, store, maySee }: Reading): Promise<ReactElement> {
  const nothing = <Message locale={view.locale} kind="not_found" view={view} />
  const session = await explainSession(store, id, view.now)
  if (session) {
    if (!maySee(session.site)) return nothing
    const meanwhile = await sessionsMeanwhile(store, session.id, view.now)
    return <SessionTimeline page={view} session={session} meanwhile={meanwhile} />
  }
  const conversation = await explainConversationSession(store, id, view.now)
  if (!conversation || !maySee(conversation.site)) return nothing
  const meanwhile = await conversationsMeanwhile(store, id, view.now)
  return <ConversationTimeline page={view} session={conversation} meanwhile={meanwhile} />
}
