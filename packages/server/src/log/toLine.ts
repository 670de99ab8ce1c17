import { type ArticleRef, type Device, type HelpEvent, lastActivityOf } from '@helptally/core'
import type { EventLine, Label } from './storedEvent.js'

/** What the collector knows of an event that its page did not say. */
export interface Stamp {
  readonly label?: Label
  readonly device?: Device | ''
}

/**
 * The line of an event that the collector received at `receivedAt` and dates `at` (epoch ms, the collector's clock).
 * What the event lacks is no property of it, not even an undefined one: each would cost the writing of every line.
 */
export function toLine(event: HelpEvent, receivedAt: number, at: number, { label, device }: Stamp = {}): EventLine {
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
  if (article !== null) addArticle(line, article)
  addFields(line, event)
  if (event.synthetic) line.synthetic = true
  if (event.imported) line.imported = true
  if (device) line.device = device
  if (label) line.label = label
  return line
}

type Draft = { -readonly [K in keyof EventLine]: EventLine[K] }

function addArticle(line: Draft, { id, rev, section, lang }: ArticleRef): void {
  line.article_id = text(id)
  if (rev !== undefined) line.article_rev = text(rev)
  if (section !== undefined) line.article_section = text(section)
  if (lang !== undefined) line.article_lang = lang
}

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
      if (event.algorithm !== undefined) line.algorithm = text(event.algorithm)
      if (event.words !== undefined) line.words = event.words
      return
    case 'help.article.progress':
      line.cause = event.cause
      return
    case 'help.article.leave':
      line.open_id = event.openId
      line.engaged_ms = event.engagedMs
      line.scroll = event.scroll
      return
    case 'help.search.submit':
      line.query_id = event.queryId
      line.query = text(event.query)
      line.trigger = event.trigger
      if (event.results !== null) line.results = event.results
      if (event.latencyMs !== undefined) line.latency_ms = event.latencyMs
      if (event.engine !== undefined) line.engine = text(event.engine)
      if (event.filters !== undefined) line.filters = event.filters.map(text)
      return
    case 'help.suggestion.view':
      line.list_id = text(event.listId)
      line.results = event.items
      if (event.algorithm !== undefined) line.algorithm = text(event.algorithm)
      return
    case 'help.feedback.vote':
      line.value = event.value
      if (event.reason !== undefined) line.cause = event.reason
      if (event.comment !== undefined) line.comment = text(event.comment)
      return
    case 'help.contact.start':
      addContact(line, event)
      return
    case 'help.contact.offer':
      addContact(line, event)
      line.offered = event.offered.map(text)
      return
    case 'help.contact.submit':
      addContact(line, event)
      if (event.ticket !== undefined) line.ticket = text(event.ticket)
      return
    case 'help.error.not_found':
      if (event.referrer !== '') line.referrer = text(event.referrer)
      return
    case 'browser.web_vital':
      line.metric = event.metric
      line.value = event.value
      line.metric_id = text(event.metricId)
      line.navigation = event.navigation
      if (event.openId !== undefined) line.open_id = event.openId
  }
}

function addContact(line: Draft, { method, formId }: { readonly method: string; readonly formId?: string }): void {
  line.method = text(method)
  if (formId !== undefined) line.form_id = text(formId)
}

/** Half of a surrogate pair is no Unicode text: DuckDB refuses the whole file that holds one. */
const text = (value: string): string => value.toWellFormed()
