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

/** Rows of events whose page has the right time. */
export function rowsOf(...events: readonly HelpEvent[]): EventLine[] {
  return events.map((event) => toLine(event, event.ts, event.ts))
}
