import { type HelpEvent, LIMITS } from '@helptally/core'
import { redact } from '@helptally/core/redact'

/** What a reader typed, without what should not be in it. The page has done the same; another sender may not. */
export function redactEvent(event: HelpEvent): HelpEvent {
  if (event.name === 'help.search.submit') {
    // Of the many ways to write the same letters one, so that the same search is one search.
    return { ...event, query: redact(event.query.normalize('NFKC')).slice(0, LIMITS.query) }
  }
  if (event.name !== 'help.feedback.vote' || event.comment === undefined) return event
  return { ...event, comment: redact(event.comment).slice(0, LIMITS.comment) }
}
