import { type CountedSession, clockOf, explain, factsOf } from '@helptally/core'
import type { OpenEvent } from './counted.js'

/** An article that was opened in a session and started none. */
export interface OpenedInside {
  readonly opening: OpenEvent
  /** Why it started none: `idle for 4:59.999 of 5:00.000 at most`, since the article before. */
  readonly why: string
}

/** The articles of a session but for its first. A click is an activity of its own, a moment before its article is open. */
export function openedInside(session: CountedSession): OpenedInside[] {
  const { idleMs } = explain(session).rule
  const inside: OpenedInside[] = []
  let lastAt = session.startedAt
  let longest = 0
  for (const event of session.events.slice(1)) {
    for (const { fact, at } of factsOf(event)) {
      longest = Math.max(longest, at - lastAt)
      if (fact.type !== 'tick') lastAt = Math.max(lastAt, at)
    }
    if (event.name !== 'help.article.open') continue
    inside.push({ opening: event, why: `idle for ${clockOf(longest)} of ${clockOf(idleMs)} at most` })
    longest = 0
  }
  return inside
}
