import type { SessionExplained } from '@helptally/core'
import type { View } from '../view.js'

/** Why and when the session ended, or until when it is open. */
export function endText(session: SessionExplained, view: View): string {
  const { words, format } = view
  const { end, lastAt, rule } = session
  if (end === null) return words.timeline.stillOpen(format.clock(lastAt + rule.idleMs))
  return `${whyEnded(session, view)} ${words.timeline.endedAt(format.clock(end.at))}`
}

/** Why the session ended; nothing while it is open. */
export function whyEnded({ end, lastAt }: SessionExplained, { words, format }: View): string {
  if (end === null) return ''
  return end.reason === 'idle'
    ? words.timeline.endedIdle(format.duration(end.at - lastAt))
    : sentence(words.ended[end.reason])
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
