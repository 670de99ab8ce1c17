import { randomUUID } from 'node:crypto'
import type { HelpEvent } from '@helptally/core'
import type { EventLine } from '../../src/log/storedEvent.js'
import { toLine } from '../../src/log/toLine.js'

export const SITE = 'docs'
/** 2026-03-10T12:00:00Z, a Tuesday. */
export const NOON: number = Date.UTC(2026, 2, 10, 12)
export const MINUTE = 60_000

type Named<N extends HelpEvent['name']> = Extract<HelpEvent, { name: N }>

const envelope = {
  v: 1,
  site: SITE,
  channel: 'help',
  sessionId: null,
  visitorId: '0198c000-0000-7000-8000-00000000000a',
  tabId: '0198c000-0000-7000-8000-00000000000b',
  seq: 1,
  ts: NOON,
  activeAt: null,
  page: '/en/articles/install',
  article: null,
} as const

/** An article's opening, which opens a session unless it says which one it belongs to. */
export function opening(change: Partial<Named<'help.article.open'>> = {}): Named<'help.article.open'> {
  const id = change.id ?? randomUUID()
  return {
    ...envelope,
    name: 'help.article.open',
    article: { id: 'install' },
    entry: 'article_click',
    via: 'home',
    nav: 'soft',
    previousId: null,
    id,
    sessionId: id,
    ...change,
  }
}

export function progress(change: Partial<Named<'help.article.progress'>> = {}): Named<'help.article.progress'> {
  return { ...envelope, name: 'help.article.progress', cause: 'input', id: randomUUID(), seq: 2, ...change }
}

export function search(change: Partial<Named<'help.search.submit'>> = {}): Named<'help.search.submit'> {
  const own = { query: 'install', trigger: 'typing_pause', results: 3 } as const
  return { ...envelope, name: 'help.search.submit', ...own, id: randomUUID(), queryId: randomUUID(), ...change }
}

export function vote(change: Partial<Named<'help.feedback.vote'>> = {}): Named<'help.feedback.vote'> {
  return { ...envelope, name: 'help.feedback.vote', article: { id: 'install' }, value: 1, id: randomUUID(), ...change }
}

export function vital(change: Partial<Named<'browser.web_vital'>> = {}): Named<'browser.web_vital'> {
  const own = { metric: 'LCP', value: 1200, navigation: 'hard', article: { id: 'install' } } as const
  return { ...envelope, name: 'browser.web_vital', ...own, id: randomUUID(), metricId: randomUUID(), ...change }
}

export function leave(change: Partial<Named<'help.article.leave'>> = {}): Named<'help.article.leave'> {
  const own = { article: { id: 'install' }, openId: randomUUID(), engagedMs: 20_000, scroll: 60 } as const
  return { ...envelope, name: 'help.article.leave', ...own, id: randomUUID(), seq: 2, ...change }
}

export function suggestions(change: Partial<Named<'help.suggestion.view'>> = {}): Named<'help.suggestion.view'> {
  return { ...envelope, name: 'help.suggestion.view', listId: 'related', items: 3, id: randomUUID(), ...change }
}

export function contact(change: Partial<Named<'help.contact.start'>> = {}): Named<'help.contact.start'> {
  return { ...envelope, name: 'help.contact.start', method: 'form', id: randomUUID(), ...change }
}

export function offer(change: Partial<Named<'help.contact.offer'>> = {}): Named<'help.contact.offer'> {
  return { ...contact(), name: 'help.contact.offer', offered: ['install', 'tabs'], ...change }
}

export function contacted(change: Partial<Named<'help.contact.submit'>> = {}): Named<'help.contact.submit'> {
  return { ...contact(), name: 'help.contact.submit', ...change }
}

export function notFound(change: Partial<Named<'help.error.not_found'>> = {}): Named<'help.error.not_found'> {
  return { ...envelope, name: 'help.error.not_found', referrer: '', id: randomUUID(), ...change }
}

/** Rows of events whose page has the right time. */
export function rowsOf(...events: readonly HelpEvent[]): EventLine[] {
  return events.map((event) => toLine(event, event.ts, event.ts))
}
