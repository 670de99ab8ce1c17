import { type HelpEvent, lastActivityOf } from '@helptally/core'
import type { EventLine, Label } from './storedEvent.js'

/** The line of an event that the collector received at `receivedAt` and dates `at` (epoch ms, the collector's clock). */
export function toLine(event: HelpEvent, receivedAt: number, at: number, label: Label = ''): EventLine {
  const lastAt = lastActivityOf(event)
  return {
    event_id: event.id,
    name: event.name,
    v: event.v,
    site: text(event.site),
    channel: event.channel,
    tab_id: event.tabId,
    seq: event.seq,
    session_id: event.sessionId ?? undefined,
    visitor_id: event.visitorId,
    ts: event.ts,
    at,
    received_at: receivedAt,
    active_at: event.activeAt ?? undefined,
    last_at: lastAt === null ? undefined : lastAt + at - event.ts,
    page: text(event.page),
    locale: event.locale,
    article_id: optionalText(event.article?.id),
    article_rev: optionalText(event.article?.rev),
    article_section: optionalText(event.article?.section),
    article_lang: event.article?.lang,
    ...fieldsOf(event),
    synthetic: event.synthetic,
    label: label || undefined,
  }
}

function fieldsOf(event: HelpEvent): Partial<EventLine> {
  switch (event.name) {
    case 'help.article.open':
      return {
        entry: event.entry,
        via: event.via,
        nav: event.nav,
        previous_id: event.previousId ?? undefined,
        opened_from: event.openedFrom,
        forked_from: event.forkedFrom,
        query_id: event.queryId,
        position: event.position,
        list_id: optionalText(event.listId),
      }
    case 'help.article.progress':
      return { cause: event.cause }
    case 'help.search.submit':
      return {
        query_id: event.queryId,
        query: text(event.query),
        trigger: event.trigger,
        results: event.results ?? undefined,
      }
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
const text = (value: string): string => value.toWellFormed()
const optionalText = (value: string | undefined): string | undefined => value?.toWellFormed()
