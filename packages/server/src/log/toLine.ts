import { type HelpEvent, lastActivityOf } from '@helptally/core'
import type { EventLine, Label } from './storedEvent.js'

/**
 * The line of an event that the collector received at `receivedAt` and dates `at` (epoch ms, the collector's clock).
 * What the event lacks is no property of it, not even an undefined one: each would cost the writing of every line.
 */
export function toLine(event: HelpEvent, receivedAt: number, at: number, label: Label = ''): EventLine {
  const { article, sessionId, activeAt } = event
  const lastAt = lastActivityOf(event)
  const line: Draft = {
    event_id: event.id,
    name: event.name,
    site: text(event.site),
    tab_id: event.tabId,
    seq: event.seq,
    visitor_id: event.visitorId,
    ts: event.ts,
    received_at: receivedAt,
    page: text(event.page),
  }
  if (event.v !== 1) line.v = event.v
  if (event.channel !== 'help') line.channel = event.channel
  if (sessionId !== null) line.session_id = sessionId
  if (at !== event.ts) line.at = at
  if (activeAt !== null) line.active_at = activeAt
  if (lastAt !== null) line.last_at = lastAt + at - event.ts
  if (event.locale !== undefined) line.locale = event.locale
  if (article !== null) {
    line.article_id = text(article.id)
    if (article.rev !== undefined) line.article_rev = text(article.rev)
    if (article.section !== undefined) line.article_section = text(article.section)
    if (article.lang !== undefined) line.article_lang = article.lang
  }
  addFields(line, event)
  if (event.synthetic) line.synthetic = true
  if (label !== '') line.label = label
  return line
}

type Draft = { -readonly [K in keyof EventLine]: EventLine[K] }

function addFields(line: Draft, event: HelpEvent): void {
  switch (event.name) {
    case 'help.article.open':
      line.entry = event.entry
      line.via = event.via
      line.nav = event.nav
      if (event.previousId !== null) line.previous_id = event.previousId
      if (event.openedFrom !== undefined) line.opened_from = event.openedFrom
      if (event.forkedFrom !== undefined) line.forked_from = event.forkedFrom
      if (event.queryId !== undefined) line.query_id = event.queryId
      if (event.position !== undefined) line.position = event.position
      if (event.listId !== undefined) line.list_id = text(event.listId)
      return
    case 'help.article.progress':
      line.cause = event.cause
      return
    case 'help.search.submit':
      line.query_id = event.queryId
      line.query = text(event.query)
      line.trigger = event.trigger
      if (event.results !== null) line.results = event.results
      return
    case 'help.feedback.vote':
      line.value = event.value
      return
    case 'browser.web_vital':
      line.metric = event.metric
      line.value = event.value
      line.metric_id = text(event.metricId)
      line.navigation = event.navigation
  }
}

/** Half of a surrogate pair is no Unicode text: DuckDB refuses the whole file that holds one. */
const text = (value: string): string => value.toWellFormed()
