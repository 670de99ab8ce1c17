import { type Envelope, EVENT_VERSION, type EventFields, type HelpEvent } from '@helptally/core'

export const TAB = uuid(0xa)
export const ARTICLE = { id: 'reset-password' } as const
export const OPEN = {
  name: 'help.article.open',
  article: ARTICLE,
  entry: 'article_click',
  via: 'home',
  nav: 'soft',
  previousId: null,
} as const satisfies EventFields
export const VOTE = { name: 'help.feedback.vote', article: ARTICLE, value: 1 } as const satisfies EventFields

export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}

export function event(seq: number, fields: EventFields, changes: Partial<Envelope> = {}): HelpEvent {
  return {
    id: uuid(seq),
    v: EVENT_VERSION,
    site: 'docs',
    channel: 'help',
    tabId: TAB,
    seq,
    sessionId: null,
    visitorId: uuid(0xb),
    ts: Date.now(),
    activeAt: null,
    page: '/articles/reset-password',
    article: ARTICLE,
    ...changes,
    ...fields,
  } as HelpEvent
}
