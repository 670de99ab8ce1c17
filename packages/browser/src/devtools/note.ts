import { type EventFields, factOf, isChatEvent, type PageEvent } from '@helptally/core'

/** What became of something: with the session of its tab, by the machine, or with a click, by what was shown after it. */
export type Decision =
  /** The event opened a session, */
  | 'started'
  /** is another article of it, */
  | 'continued'
  /** postponed its end, */
  | 'kept'
  /** or did neither. */
  | 'noted'
  | 'ended'
  /** A search of no session, which has opened no article yet. */
  | 'orphan_search'
  /** Anything else of no session. */
  | 'outside'
  /** Of a conversation, which the collector counts. */
  | 'conversation'
  /** A click or Enter that no article has followed yet, */
  | 'intended'
  | 'opened'
  | 'opened_elsewhere'
  | 'opened_nothing'

/** Where an event is on its way to the collector. */
export type Delivery =
  | { readonly state: 'waiting' | 'sent' | 'acknowledged' }
  /** It waits again. `status`: of the answer; null when there was none. */
  | { readonly state: 'failed'; readonly status: number | null }
  | { readonly state: 'rejected'; readonly reason: string }

/** A line of the overlay. */
export interface Note {
  readonly id: string
  /** Epoch ms. */
  readonly at: number
  readonly name: string
  /** What it is about, in the words of the event. */
  readonly about: string
  readonly decision: Decision
  /** Only events travel. */
  readonly delivery?: Delivery
  /** The search that it is. */
  readonly queryId?: string
}

export function noteOf(event: PageEvent): Note {
  const { id, ts, name } = event
  const note: Note = {
    id,
    at: ts,
    name,
    about: aboutOf(event),
    decision: decisionOf(event),
    delivery: { state: 'waiting' },
  }
  return event.name === 'help.search.submit' ? { ...note, queryId: event.queryId } : note
}

/** What the machine of the page has made of the event, as the event itself says it. */
export function decisionOf(event: PageEvent): Decision {
  if (isChatEvent(event)) return 'conversation'
  if (event.sessionId === null) return event.name === 'help.search.submit' ? 'orphan_search' : 'outside'
  if (event.sessionId === event.id) return 'started'
  const { type } = factOf(event)
  if (type === 'entry') return 'continued'
  return type === 'activity' ? 'kept' : 'noted'
}

type AboutOf = { readonly [F in EventFields as F['name']]: (event: F) => readonly unknown[] }

const ABOUT: AboutOf = {
  'help.article.open': ({ article, entry, via }) => [article.id, entry, via],
  'help.article.progress': ({ cause }) => [cause],
  'help.article.leave': ({ article, scroll, engagedMs }) => [article.id, `${scroll}%`, `${engagedMs} ms`],
  'help.search.submit': ({ query, trigger, results }) => [`“${query}”`, results ?? '–', trigger],
  'help.suggestion.view': ({ listId, items }) => [listId, items],
  'help.feedback.vote': ({ article, value, reason }) => [article.id, value, reason],
  'help.contact.start': ({ method }) => [method],
  'help.contact.offer': ({ method, offered }) => [method, ...offered],
  'help.contact.submit': ({ method }) => [method],
  'help.error.not_found': ({ referrer }) => [referrer],
  'browser.web_vital': ({ metric, value }) => [metric, Math.round(value * 1000) / 1000],
}

function aboutOf(event: PageEvent): string {
  const parts = isChatEvent(event) ? ['by' in event && event.by] : ABOUT[event.name](event as never)
  return parts.filter((part) => part !== undefined && part !== '' && part !== false).join(' · ')
}
