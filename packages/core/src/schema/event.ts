import * as v from 'valibot'
import { ENTRIES, EVENT_VERSION, type EventName, type HelpEvent, NAVS, VIAS, VITALS } from '../events.js'
import { LIMITS } from '../limits.js'
import { article, count, instant, languageTag, path, text, uuid } from './fields.js'
import { kindOf, quote, reasonOf } from './reason.js'

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
}

const schemas = {
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
    openedFrom: v.optional(uuid()),
    forkedFrom: v.optional(uuid()),
  }),
  'help.article.progress': v.strictObject({
    ...envelope,
    name: v.literal('help.article.progress'),
    cause: v.picklist(['input', 'hidden']),
  }),
  'help.search.submit': v.strictObject({
    ...envelope,
    name: v.literal('help.search.submit'),
    queryId: uuid(),
    query: text(LIMITS.query),
    trigger: v.picklist(['enter', 'typing_pause', 'option', 'leave']),
    results: v.nullable(count(0)),
  }),
  'help.feedback.vote': v.strictObject({
    ...envelope,
    name: v.literal('help.feedback.vote'),
    article: article(),
    value: v.picklist([-1, 1]),
  }),
  'browser.web_vital': v.strictObject({
    ...envelope,
    name: v.literal('browser.web_vital'),
    metric: v.picklist(VITALS),
    value: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(3_600_000)),
    metricId: text(LIMITS.metricId),
    navigation: v.picklist(['hard', 'soft']),
  }),
} satisfies { [N in EventName]: v.GenericSchema<unknown, Extract<HelpEvent, { name: N }>> }

export type ParsedEvent =
  | { readonly ok: true; readonly event: HelpEvent }
  | { readonly ok: false; readonly reason: string }

/** Checks one event of unknown origin. The reason names the field, what was expected and what came. Never throws. */
export function parseEvent(input: unknown): ParsedEvent {
  if (kindOf(input) !== 'object') return { ok: false, reason: `expected an event object, got ${kindOf(input)}` }
  const name: unknown = (input as { name?: unknown }).name
  if (typeof name !== 'string' || !Object.hasOwn(schemas, name)) {
    return { ok: false, reason: `name: unknown event ${quote(name)}, known: ${Object.keys(schemas).join(', ')}` }
  }
  const result = v.safeParse(schemas[name as EventName], input, { abortEarly: true })
  return result.success ? { ok: true, event: result.output } : { ok: false, reason: reasonOf(result.issues[0]) }
}
