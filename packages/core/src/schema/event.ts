import * as v from 'valibot'
import { ENTRIES, type EventName, type HelpEvent, NAVS, VIAS, VITALS, VOTE_REASONS } from '../events.js'
import { EVENT_VERSION } from '../eventVersion.js'
import { LIMITS } from '../limits.js'
import { article, count, duration, host, instant, languageTag, list, path, percent, text, uuid } from './fields.js'
import { type Parsed, parseBy } from './parseBy.js'

const envelope = {
  id: uuid(),
  v: v.literal(EVENT_VERSION),
  site: text(LIMITS.site),
  channel: v.literal('help'),
  tabId: uuid(),
  seq: count(1),
  sessionId: v.nullable(uuid()),
  visitorId: uuid(),
  ts: instant(),
  activeAt: v.nullable(instant()),
  page: path(),
  article: v.nullable(article()),
  locale: v.optional(languageTag()),
  synthetic: v.optional(v.literal(true)),
  imported: v.optional(v.literal(true)),
}

const contact = {
  method: text(LIMITS.method),
  formId: v.optional(text(LIMITS.formId)),
}

/** What an event of each name has to look like. */
export const eventSchemas: { readonly [N in EventName]: v.GenericSchema<unknown, Extract<HelpEvent, { name: N }>> } = {
  'help.article.open': v.strictObject({
    ...envelope,
    name: v.literal('help.article.open'),
    article: article(),
    entry: v.picklist(ENTRIES),
    via: v.picklist(VIAS),
    nav: v.picklist(NAVS),
    previousId: v.nullable(uuid()),
    queryId: v.optional(uuid()),
    position: v.optional(count(1)),
    listId: v.optional(text(LIMITS.listId)),
    algorithm: v.optional(text(LIMITS.algorithm)),
    words: v.optional(count(0)),
    openedFrom: v.optional(uuid()),
    forkedFrom: v.optional(uuid()),
  }),
  'help.article.progress': v.strictObject({
    ...envelope,
    name: v.literal('help.article.progress'),
    cause: v.picklist(['input', 'hidden']),
  }),
  'help.article.leave': v.strictObject({
    ...envelope,
    name: v.literal('help.article.leave'),
    article: article(),
    openId: uuid(),
    engagedMs: duration(),
    scroll: percent(),
  }),
  'help.search.submit': v.strictObject({
    ...envelope,
    name: v.literal('help.search.submit'),
    queryId: uuid(),
    query: text(LIMITS.query),
    trigger: v.picklist(['enter', 'typing_pause', 'option', 'leave']),
    results: v.nullable(count(0)),
    latencyMs: v.optional(duration()),
    engine: v.optional(text(LIMITS.engine)),
    filters: v.optional(list(LIMITS.filters, text(LIMITS.filter))),
  }),
  'help.suggestion.view': v.strictObject({
    ...envelope,
    name: v.literal('help.suggestion.view'),
    listId: text(LIMITS.listId),
    algorithm: v.optional(text(LIMITS.algorithm)),
    items: count(1),
  }),
  'help.feedback.vote': v.strictObject({
    ...envelope,
    name: v.literal('help.feedback.vote'),
    article: article(),
    value: v.picklist([-1, 1]),
    reason: v.optional(v.picklist(VOTE_REASONS)),
    comment: v.optional(text(LIMITS.comment)),
  }),
  'help.contact.start': v.strictObject({
    ...envelope,
    ...contact,
    name: v.literal('help.contact.start'),
  }),
  'help.contact.offer': v.strictObject({
    ...envelope,
    ...contact,
    name: v.literal('help.contact.offer'),
    offered: list(LIMITS.offered, text(LIMITS.articleId)),
  }),
  'help.contact.submit': v.strictObject({
    ...envelope,
    ...contact,
    name: v.literal('help.contact.submit'),
    ticket: v.optional(text(LIMITS.ticket)),
  }),
  'help.error.not_found': v.strictObject({
    ...envelope,
    name: v.literal('help.error.not_found'),
    referrer: host(),
  }),
  'browser.web_vital': v.strictObject({
    ...envelope,
    name: v.literal('browser.web_vital'),
    metric: v.picklist(VITALS),
    value: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(3_600_000)),
    metricId: text(LIMITS.metricId),
    navigation: v.picklist(['hard', 'soft']),
    openId: v.optional(uuid()),
  }),
}

export type ParsedEvent = Parsed<HelpEvent>

/** Checks one event of a help center, of unknown origin. The reason names the field, what was expected and what came. Never throws. */
export function parseEvent(input: unknown): ParsedEvent {
  return parseBy<HelpEvent>(eventSchemas, input)
}
