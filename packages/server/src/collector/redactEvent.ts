import { type ChatEvent, type HelpEvent, LIMITS } from '@helptally/core'
import { redact } from '@helptally/core/redact'
import { withoutUnseen } from '../unseen.js'

/** What a reader typed, without what should not be in it. The page has done the same; another sender may not. */
export function redactEvent(event: HelpEvent): HelpEvent {
  if (event.name === 'help.search.submit') {
    // Of the many ways to write the same letters one, so that the same search is one search. And nothing unseen stands
    // between the digits of a number that is to be found. What is nothing but that stays, for no search is without words.
    const query = event.query.normalize('NFKC')
    return { ...event, query: redact(withoutUnseen(query) || query).slice(0, LIMITS.query) }
  }
  if (event.name !== 'help.feedback.vote' || event.comment === undefined) return event
  return { ...event, comment: redact(event.comment).slice(0, LIMITS.comment) }
}

/** The same of why something happened in a chat, if the page says it. */
export function redactChatEvent(event: ChatEvent): ChatEvent {
  if (!('cause' in event) || event.cause === undefined) return event
  return { ...event, cause: redact(event.cause).slice(0, LIMITS.cause) }
}
