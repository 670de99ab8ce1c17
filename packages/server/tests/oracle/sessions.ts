import type { HelpEvent } from '@helptally/core'
import { type Opening, openingsOf } from './openings.js'
import { isContact, isOpen, isSearch, type Named, type Open } from './tabs.js'

/** One session and what came of it, by features 2a and 2d. */
export interface Visit {
  readonly opening: Open
  readonly events: readonly HelpEvent[]
  /** From the start to the last activity. */
  readonly durationMs: number
  /** Of articles shown. */
  readonly articles: number
  readonly isRead: boolean
  readonly isContacted: boolean
  readonly startedContact: boolean
  readonly interactions: number
  /** Its last step was an article that was read, or a vote for one. */
  readonly endedWell: boolean
}

export const isVote = (event: HelpEvent): event is Named<'help.feedback.vote'> => event.name === 'help.feedback.vote'

export function visitsOf(events: readonly HelpEvent[]): Visit[] {
  const openings = openingsOf(events)
  return events
    .filter(isOpen)
    .filter(({ id, sessionId }) => id === sessionId)
    .map((opening) =>
      visitOf(
        opening,
        events.filter(({ sessionId }) => sessionId === opening.id).toSorted((a, b) => a.seq - b.seq),
        openings,
      ),
    )
}

function visitOf(opening: Open, events: readonly HelpEvent[], openings: readonly Opening[]): Visit {
  const has = (shown: HelpEvent) => openings.find(({ shownBy }) => shownBy.some(({ id }) => id === shown.id))!
  const shown = events.filter(isOpen)
  const made = shown.filter((event) => has(event).event === event)
  const contacts = events.filter(isContact)
  const starts = contacts.filter(({ name }) => name === 'help.contact.start')
  const steps = events.filter((event) => isOpen(event) || isSearch(event) || isVote(event) || isContact(event))
  const last = steps.at(-1)!
  const clicked = made.filter(({ via }) => via === 'suggestion')
  const told = [events.filter(isSearch), clicked, made, events.filter(isVote), starts]
  return {
    opening,
    events,
    durationMs: Math.max(0, ...events.map((event) => (lastActivity(event) ?? 0) - opening.ts)),
    articles: new Set(shown.map(({ article }) => article.id)).size,
    isRead: shown.some((event) => has(event).isRead),
    isContacted: contacts.length > starts.length,
    startedContact: starts.length > 0,
    interactions: told.reduce((sum, { length }) => sum + length, 0),
    endedWell: isOpen(last) ? has(last).isRead : isVote(last) && last.value === 1,
  }
}

/** What a reader does is activity; a vital, a look, a hidden tab are none, but say when there was some. */
function lastActivity(event: HelpEvent): number | null {
  const isActive =
    isOpen(event) ||
    isSearch(event) ||
    isVote(event) ||
    isContact(event) ||
    (event.name === 'help.article.progress' && event.cause === 'input')
  return isActive ? event.ts : event.activeAt
}
