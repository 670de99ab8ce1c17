import {
  advance,
  CHANNELS,
  type EventFields,
  factsOf,
  type HelpEvent,
  newThread,
  uuidv7,
  VOTE_REASONS,
} from '@helptally/core'
import fc from 'fast-check'
import { type Deed, deeds, MINUTE, SECOND } from './deeds.js'
import { SITE } from './events.js'

/** The day before Madrid loses an hour. */
export const START: number = Date.UTC(2026, 2, 28, 12)
/** As late as a page may still send it. */
export const END: number = START + 6 * 24 * 60 * MINUTE

const startsAt = fc.oneof(
  fc.integer({ min: 0, max: 24 * 60 * MINUTE }),
  // Just before Madrid's midnight.
  fc.constant(11 * 60 * MINUTE - 30 * SECOND),
)

/** The events of some readers with up to three tabs each, over days and time zones, as pages would tell them. */
export const readers: fc.Arbitrary<HelpEvent[]> = fc
  .array(fc.tuple(startsAt, deeds), {
    minLength: 1,
    maxLength: 16,
    size: 'max',
  })
  .map((all) => all.flatMap(([startsAt, deeds], reader) => eventsOf(deeds, START + startsAt, reader)))

function eventsOf(deeds: readonly Deed[], startsAt: number, reader: number): HelpEvent[] {
  const visitorId = uuidOf(0xa0 + reader)
  const locale = reader % 2 === 0 ? 'en' : 'es'
  const tabs = [0, 1, 2].map((nth) => ({
    id: uuidOf(0xb00 + reader * 16 + nth),
    thread: newThread,
    activeAt: null as number | null,
    seq: 0,
    shown: null as { article: string; openId: string; engagedMs: number; scroll: number } | null,
    /** What is being searched, until an article is opened. */
    asking: null as string | null,
  }))
  const searches: string[] = []
  let ts = startsAt
  const events = deeds.map((what, i) => {
    ts += what.afterMs
    const tab = tabs[what.tab]!
    const id = uuidv7(ts, (bytes) => bytes.map((_, k) => (reader * 31 + i * 7 + k) & 0xff))
    const opener = tabs.find((other) => other !== tab && other.thread.open)?.thread.open?.id
    const fields = fieldsOf(what, { id, shown: tab.shown, asking: tab.asking, opener, searches })
    const isOpen = fields.name === 'help.article.open'
    if (isOpen) tab.shown = { article: fields.article.id, openId: id, engagedMs: 0, scroll: 0 }
    if (fields.name === 'help.article.leave' && tab.shown)
      Object.assign(tab.shown, { engagedMs: fields.engagedMs, scroll: fields.scroll })
    if (fields.name === 'help.search.submit') searches.push(fields.queryId)
    if (fields.name === 'help.search.submit') tab.asking = fields.queryId
    else if (isOpen) tab.asking = null
    const { shown } = tab
    const draft = {
      id,
      v: 1,
      site: SITE,
      channel: 'help',
      tabId: tab.id,
      seq: ++tab.seq,
      sessionId: null,
      visitorId,
      ts,
      activeAt: tab.activeAt,
      page: shown ? `/${locale}/articles/${shown.article}` : `/${locale}`,
      article: shown && { id: shown.article },
      locale,
      ...fields,
    } as HelpEvent
    for (const { fact, at } of factsOf(draft)) tab.thread = advance(CHANNELS.help, tab.thread, fact, at).state
    if (factsOf(draft).at(-1)!.fact.type !== 'tick') tab.activeAt = ts
    return { ...draft, sessionId: tab.thread.open?.id ?? null }
  })
  return events.filter((event) => event.ts < END)
}

interface Known {
  readonly id: string
  readonly shown: {
    readonly article: string
    readonly openId: string
    readonly engagedMs: number
    readonly scroll: number
  } | null
  readonly asking: string | null
  /** The session of another tab. */
  readonly opener: string | undefined
  readonly searches: readonly string[]
}

function fieldsOf(what: Deed, known: Known): EventFields {
  const { id, shown, asking } = known
  const { number } = what
  const open = {
    name: 'help.article.open',
    nav: 'soft',
    previousId: null,
    words: [0, 238, 2_380][number % 3]!,
  } as const
  if (what.does === 'reload' && shown)
    return { ...open, article: { id: shown.article }, entry: 'direct_link', via: 'external', nav: 'reload' }
  if (what.does === 'back')
    return { ...open, article: { id: what.article }, entry: 'direct_link', via: 'external', nav: 'history' }
  if (what.does === 'read' && shown) {
    return {
      name: 'help.article.leave',
      article: { id: shown.article },
      openId: shown.openId,
      engagedMs: shown.engagedMs + [0, 4_999, 5_000, 10_000, 24_000, 1_800_001][number % 6]!,
      scroll: Math.min(100, shown.scroll + [0, 49, 50, 100][Math.floor(number / 6) % 4]!),
    }
  }
  const article = { id: shown?.article ?? what.article, ...(number % 2 === 0 && { rev: '2' }) }
  switch (what.does) {
    case 'search':
    case 'leave':
      return {
        name: 'help.search.submit',
        // Typing on is the same search.
        queryId: asking && number % 4 === 0 ? asking : id,
        query: what.query,
        trigger: what.does === 'leave' ? 'leave' : 'enter',
        results: [null, 0, 3][number % 3]!,
        latencyMs: number,
        ...(number % 5 === 0 && { filters: ['section:start'] }),
      }
    case 'see':
      return {
        name: 'help.suggestion.view',
        listId: LISTS[number % 2]!,
        ...(number % 3 > 0 && { algorithm: 'tags' }),
        items: 1 + (number % 4),
      }
    case 'vote':
      return {
        name: 'help.feedback.vote',
        article,
        value: number % 3 === 0 ? -1 : 1,
        ...(number % 4 === 0 && { reason: VOTE_REASONS[number % VOTE_REASONS.length]! }),
      }
    case 'contact':
      return { name: 'help.contact.start', method: 'form', ...(number % 5 === 0 && { formId: 'long' }) }
    case 'offer':
      return {
        name: 'help.contact.offer',
        method: 'form',
        offered: number % 2 === 0 ? ['tabs', 'consent'] : ['install'],
        ...(number % 5 === 0 && { formId: 'long' }),
      }
    case 'submit':
      return { name: 'help.contact.submit', method: 'form', ...(number % 2 === 0 && { ticket: `ref-${number % 40}` }) }
    case 'lose':
      return { name: 'help.error.not_found', referrer: '' }
    case 'vital': {
      const metric = number % 3 === 0 ? 'CLS' : 'LCP'
      return {
        name: 'browser.web_vital',
        metric,
        value: VALUES[metric][Math.floor(number / 4) % 5]!,
        // A metric is of one page view, and so of one opening.
        metricId: `${metric}-${number % 4}-${shown?.openId ?? 'none'}`,
        navigation: number % 2 === 0 ? 'hard' : 'soft',
        ...(shown && { openId: shown.openId }),
      }
    }
    default:
      return openingOf(what, open, known)
  }
}

function openingOf(what: Deed, open: object, { searches, opener }: Known): EventFields {
  const article = { id: what.article, ...(what.number % 2 === 0 && { rev: '2' }) }
  const queryId = what.number % 3 === 0 ? undefined : searches.at(-1 - what.follows)
  const via = queryId
    ? 'search_result'
    : (['home', 'suggestion', 'in_article', 'external', 'nav'] as const)[what.number % 5]!
  return {
    ...open,
    article,
    entry: via === 'external' ? 'direct_link' : queryId && what.number % 2 === 0 ? 'search_enter' : 'article_click',
    via,
    ...(queryId && { queryId, position: 1 + (what.number % 4) }),
    ...(via === 'suggestion' && { listId: LISTS[what.number % 2]!, position: 1 + (what.number % 3) }),
    ...(opener && what.number % 4 === 0 && { openedFrom: opener }),
  } as EventFields
}

/** Around the limits of what is good and what is poor. */
const VALUES = { LCP: [0, 2_500, 2_500.5, 4_000, 4_000.5], CLS: [0, 0.1, 0.1001, 0.25, 0.2501] } as const
const LISTS = ['related', 'next']

const uuidOf = (n: number): string => `0198c000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
