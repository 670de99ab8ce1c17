import { type HelpEvent, lastActivityOf } from '@helptally/core'
import type { Label, StoredEvent } from './storedEvent.js'

/** The row of an event that the collector received at `receivedAt` and dates `at` (epoch ms, the collector's clock). */
export function toRow(event: HelpEvent, receivedAt: number, at: number, label: Label = ''): StoredEvent {
  const lastAt = lastActivityOf(event)
  return {
    event_id: event.id,
    name: event.name,
    v: event.v,
    site: text(event.site),
    channel: event.channel,
    tab_id: event.tabId,
    seq: event.seq,
    session_id: event.sessionId,
    visitor_id: event.visitorId,
    ts: event.ts,
    at,
    received_at: receivedAt,
    active_at: event.activeAt,
    last_at: lastAt === null ? null : lastAt + at - event.ts,
    page: text(event.page),
    locale: text(event.locale),
    article_id: text(event.article?.id),
    article_rev: text(event.article?.rev),
    article_section: text(event.article?.section),
    article_lang: text(event.article?.lang),
    ...NONE,
    ...fieldsOf(event),
    synthetic: event.synthetic === true,
    label,
  }
}

const NONE = {
  entry: '',
  via: '',
  nav: '',
  previous_id: null,
  opened_from: null,
  forked_from: null,
  query_id: null,
  query: '',
  trigger: '',
  results: null,
  position: null,
  list_id: '',
  cause: '',
  value: null,
  metric: '',
  metric_id: '',
  navigation: '',
} as const

function fieldsOf(event: HelpEvent): Partial<StoredEvent> {
  switch (event.name) {
    case 'help.article.open':
      return {
        entry: event.entry,
        via: event.via,
        nav: event.nav,
        previous_id: event.previousId,
        opened_from: event.openedFrom ?? null,
        forked_from: event.forkedFrom ?? null,
        query_id: event.queryId ?? null,
        position: event.position ?? null,
        list_id: text(event.listId),
      }
    case 'help.article.progress':
      return { cause: event.cause }
    case 'help.search.submit':
      return { query_id: event.queryId, query: text(event.query), trigger: event.trigger, results: event.results }
    case 'help.feedback.vote':
      return { value: event.value }
    case 'browser.web_vital':
      return {
        metric: event.metric,
        value: event.value,
        metric_id: text(event.metricId),
        navigation: event.navigation,
      }
  }
}

/** Half of a surrogate pair is no Unicode text: DuckDB refuses the whole file that holds one. */
const text = (value: string | undefined): string => value?.toWellFormed() ?? ''
