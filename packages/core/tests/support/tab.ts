import { type Envelope, EVENT_VERSION, type EventFields, type HelpEvent, uuidv7 } from '../../src/index.js'
import { at } from './clock.js'

export const ARTICLE = { id: 'reset-password' } as const
export const OPEN = {
  name: 'help.article.open',
  article: ARTICLE,
  entry: 'article_click',
  via: 'home',
  nav: 'soft',
  previousId: null,
} as const
export const VOTE = { name: 'help.feedback.vote', article: ARTICLE, value: 1 } as const
export const SEARCH = {
  name: 'help.search.submit',
  queryId: '00000000-0000-4000-8000-00000000000a',
  query: 'password',
  trigger: 'enter',
  results: 3,
} as const
export const INPUT = { name: 'help.article.progress', cause: 'input' } as const
export const HIDDEN = { name: 'help.article.progress', cause: 'hidden' } as const
export const LEAVE = {
  name: 'help.article.leave',
  article: ARTICLE,
  openId: '00000000-0000-4000-8000-00000000000b',
  engagedMs: 41_000,
  scroll: 80,
} as const
export const SUGGESTIONS = { name: 'help.suggestion.view', listId: 'below-article', items: 3 } as const
export const CONTACT = { name: 'help.contact.start', method: 'form' } as const
export const NOT_FOUND = { name: 'help.error.not_found', referrer: '' } as const
export const VITAL = {
  name: 'browser.web_vital',
  metric: 'LCP',
  value: 900,
  metricId: 'v6-1',
  navigation: 'hard',
} as const

/** What a test wants to differ from an everyday event. */
export interface Claims {
  readonly sessionId?: string | null
  readonly activeAt?: number | null
  readonly synthetic?: true
  readonly imported?: true
}

/** A UUID that can be told apart at a glance. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`

let made = 0

/** An id as a page makes one, but never by chance. */
export function nextId(now: number): string {
  made += 1
  return uuidv7(now, (bytes) => {
    new DataView(bytes.buffer).setUint32(12, made)
    return bytes
  })
}

/** Writes the events of one tab, numbered from 1. */
export function newTab(
  tabId: string,
  site = 'docs',
): (clock: string, fields: EventFields, claims?: Claims) => HelpEvent {
  let seq = 0
  return (clock, fields, claims) => {
    seq += 1
    return writeEvent({ site, tabId, seq, ts: at(clock), activeAt: null, sessionId: null, ...claims }, fields)
  }
}

type Written = Pick<Envelope, 'site' | 'tabId' | 'seq' | 'ts' | 'activeAt' | 'sessionId' | 'synthetic' | 'imported'>

export function writeEvent(envelope: Written, fields: EventFields): HelpEvent {
  return {
    id: nextId(envelope.ts),
    v: EVENT_VERSION,
    channel: 'help',
    visitorId: uuid(0xbeef),
    page: '/articles/reset-password',
    article: ARTICLE,
    ...envelope,
    ...fields,
  } as HelpEvent
}
