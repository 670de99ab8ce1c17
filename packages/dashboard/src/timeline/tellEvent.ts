import type { HelpEvent } from '@helptally/core'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

export interface ToldEvent {
  readonly what: string
  /** Text of the site or of the reader, of any direction. */
  readonly subject?: string
  /** Ours and theirs. */
  readonly details: readonly string[]
}

/** An event in the reader's words. */
export function tellEvent(event: HelpEvent, { words, format }: View): ToldEvent {
  switch (event.name) {
    case 'help.article.open': {
      const position = event.position === undefined ? [] : [words.event.position(format.count(event.position))]
      return {
        what: words.event.opened,
        subject: event.article.id,
        details: [words.via[event.via], ...position, words.event.nav[event.nav]],
      }
    }
    case 'help.article.progress':
      return { what: event.cause === 'hidden' ? words.event.hidden : words.event.active, details: [] }
    case 'help.search.submit':
      return {
        what: words.event.searched,
        subject: words.event.quote(seen(event.query)),
        details: [
          event.results === null
            ? words.event.searchFailed
            : words.event.results(event.results, format.count(event.results)),
          words.event.trigger[event.trigger],
        ],
      }
    case 'help.feedback.vote':
      return {
        what: event.value > 0 ? words.event.votedUp : words.event.votedDown,
        subject: event.article.id,
        details: [
          ...(event.reason ? [words.event.voteReason[event.reason]] : []),
          ...(event.comment ? [words.event.quote(seen(event.comment))] : []),
        ],
      }
    case 'help.article.leave':
      return {
        what: words.event.read,
        subject: format.duration(event.engagedMs),
        details: [words.event.seen(format.share(event.scroll / 100))],
      }
    case 'help.suggestion.view':
      return {
        what: words.event.suggestionsSeen,
        subject: event.listId,
        details: [words.event.suggestions(event.items, format.count(event.items))],
      }
    case 'help.contact.start':
      return { what: words.event.contactStarted, subject: event.method, details: [] }
    case 'help.contact.offer':
      return { what: words.event.contactOffered, subject: event.method, details: event.offered }
    case 'help.contact.submit':
      return { what: words.event.contactMade, subject: event.method, details: event.ticket ? [event.ticket] : [] }
    case 'help.error.not_found':
      return { what: words.event.notFound, details: event.referrer ? [event.referrer] : [] }
    case 'browser.web_vital':
      return {
        what: `${words.event.vital} ${event.metric}`,
        subject: event.metric === 'CLS' ? format.shift(event.value) : format.milliseconds(event.value),
        details: [words.vitals[event.navigation]],
      }
  }
}
