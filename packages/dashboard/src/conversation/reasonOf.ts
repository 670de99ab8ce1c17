import type { ConversationAnswer, ConversationNeighbour } from '@helptally/server/reports'
import type { View } from '../view.js'

/** Why a neighbour ended, in few words; '' while it is open. */
export function reasonOf(
  { reason }: Pick<ConversationNeighbour, 'reason'>,
  { idleMs }: ConversationAnswer['rule'],
  { words, format }: View,
): string {
  if (reason === null) return ''
  return reason === 'idle' ? words.ended.idle(format.duration(idleMs)) : words.ended[reason]
}
