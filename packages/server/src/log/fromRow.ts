import type { ArticleRef, Entry, Envelope, HelpEvent, Nav, Via, VitalName, VoteReason } from '@helptally/core'
import type { StoredEvent } from './storedEvent.js'

/** The event that the page sent. What it left out is left out again. */
export function fromRow(row: StoredEvent): HelpEvent {
  const envelope: Envelope = {
    id: row.event_id,
    v: 1,
    site: row.site,
    channel: row.channel,
    tabId: row.tab_id,
    seq: row.seq,
    sessionId: row.session_id,
    visitorId: row.visitor_id,
    ts: row.ts,
    activeAt: row.active_at,
    page: row.page,
    article: articleOf(row),
    ...(row.locale && { locale: row.locale }),
    ...(row.synthetic && { synthetic: true }),
    ...(row.imported && { imported: true }),
  }
  switch (row.name) {
    case 'help.article.open':
      return {
        ...envelope,
        name: row.name,
        article: articleOf(row)!,
        entry: row.entry as Entry,
        via: row.via as Via,
        nav: row.nav as Nav,
        previousId: row.previous_id,
        ...(row.query_id && { queryId: row.query_id }),
        ...(row.position !== null && { position: row.position }),
        ...(row.list_id && { listId: row.list_id }),
        ...(row.algorithm && { algorithm: row.algorithm }),
        ...(row.words !== null && { words: row.words }),
        ...(row.opened_from && { openedFrom: row.opened_from }),
        ...(row.forked_from && { forkedFrom: row.forked_from }),
      }
    case 'help.article.progress':
      return { ...envelope, name: row.name, cause: row.cause as 'input' | 'hidden' }
    case 'help.article.leave':
      return {
        ...envelope,
        name: row.name,
        article: articleOf(row)!,
        openId: row.open_id!,
        engagedMs: row.engaged_ms!,
        scroll: row.scroll!,
      }
    case 'help.search.submit':
      return {
        ...envelope,
        name: row.name,
        queryId: row.query_id!,
        query: row.query,
        trigger: row.trigger as Exclude<StoredEvent['trigger'], ''>,
        results: row.results,
        ...(row.latency_ms !== null && { latencyMs: row.latency_ms }),
        ...(row.engine && { engine: row.engine }),
        ...(row.filters && { filters: row.filters }),
      }
    case 'help.suggestion.view':
      return {
        ...envelope,
        name: row.name,
        listId: row.list_id,
        items: row.results!,
        ...(row.algorithm && { algorithm: row.algorithm }),
      }
    case 'help.feedback.vote':
      return {
        ...envelope,
        name: row.name,
        article: articleOf(row)!,
        value: row.value as -1 | 1,
        ...(row.cause && { reason: row.cause as VoteReason }),
        ...(row.comment && { comment: row.comment }),
      }
    case 'help.contact.start':
      return { ...envelope, ...contactOf(row), name: row.name }
    case 'help.contact.offer':
      return { ...envelope, ...contactOf(row), name: row.name, offered: row.offered! }
    case 'help.contact.submit':
      return { ...envelope, ...contactOf(row), name: row.name, ...(row.ticket && { ticket: row.ticket }) }
    case 'help.error.not_found':
      return { ...envelope, name: row.name, referrer: row.referrer }
    case 'browser.web_vital':
      return {
        ...envelope,
        name: row.name,
        metric: row.metric as VitalName,
        value: row.value!,
        metricId: row.metric_id,
        navigation: row.navigation as 'hard' | 'soft',
        ...(row.open_id && { openId: row.open_id }),
      }
  }
}

const contactOf = (row: StoredEvent): { method: string; formId?: string } => ({
  method: row.method,
  ...(row.form_id && { formId: row.form_id }),
})

function articleOf(row: StoredEvent): ArticleRef | null {
  if (row.article_id === '') return null
  return {
    id: row.article_id,
    ...(row.article_rev && { rev: row.article_rev }),
    ...(row.article_section && { section: row.article_section }),
    ...(row.article_lang && { lang: row.article_lang }),
  }
}
