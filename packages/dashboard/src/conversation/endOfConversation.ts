import { idleEndAt } from '@helptally/core'
import type { ConversationAnswer } from '@helptally/server/reports'
import type { View } from '../view.js'

/** Why and when the session ended, or until when it is open. */
export function endOfConversation(session: ConversationAnswer, view: View): string {
  const { end } = session
  if (end === null) return whyConversationEnded(session, view)
  return `${whyConversationEnded(session, view)} ${view.words.on.conversation.endedAt(view.format.moment(end.at))}`
}

/** Why the session ended; while it is open, when it will without another message. */
export function whyConversationEnded(
  { end, lastAt, rule }: ConversationAnswer,
  { words: { on }, format }: View,
): string {
  const words = on.conversation
  if (end === null) return words.stillOpen(rule.idleFrom, format.moment(idleEndAt(rule, lastAt)))
  return end.reason === 'idle'
    ? words.endedIdle(format.duration(end.at - lastAt), rule.idleFrom)
    : words.ended[end.reason]
}
