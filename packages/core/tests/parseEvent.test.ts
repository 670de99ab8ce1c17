import { describe, expect, test } from '@jest/globals'
import { LIMITS, parseEvent } from '../src/schema/index.js'
import { at } from './support/clock.js'
import {
  CONTACT,
  HIDDEN,
  INPUT,
  LEAVE,
  NOT_FOUND,
  newTab,
  OPEN,
  SEARCH,
  SUGGESTIONS,
  uuid,
  VITAL,
  VOTE,
} from './support/tab.js'

const write = newTab(uuid(1))
const written = (fields: Parameters<typeof write>[1]) =>
  write('1:00', fields, { activeAt: at('0:30'), sessionId: uuid(5) })
const reasonFor = (input: unknown): string => {
  const parsed = parseEvent(input)
  if (parsed.ok) throw new Error('accepted')
  return parsed.reason
}
const open = written(OPEN)
const search = written(SEARCH)
const vital = written(VITAL)

describe('a valid event is accepted as it is', () => {
  test.each([
    ['article open', OPEN],
    [
      'article open with all it may carry',
      { ...OPEN, queryId: uuid(8), position: 3, listId: 'below', algorithm: 'tags', words: 0, previousId: uuid(7) },
    ],
    ['input', INPUT],
    ['hidden tab', HIDDEN],
    ['search', SEARCH],
    ['search whose engine failed', { ...SEARCH, results: null }],
    ['search with all it may carry', { ...SEARCH, latencyMs: 0, engine: 'local', filters: ['section:billing'] }],
    ['reading', LEAVE],
    ['reading of nothing', { ...LEAVE, engagedMs: 0, scroll: 0 }],
    ['suggestions in view', SUGGESTIONS],
    ['suggestions by an algorithm', { ...SUGGESTIONS, algorithm: 'tags' }],
    ['vote', VOTE],
    ['vote against', { ...VOTE, value: -1, reason: 'outdated', comment: 'The button is gone.' }],
    ['contact', CONTACT],
    ['articles offered before it', { ...CONTACT, name: 'help.contact.offer', formId: 'f', offered: ['a', 'b'] }],
    ['contact made', { ...CONTACT, name: 'help.contact.submit', ticket: 'T-1' }],
    ['missing page', NOT_FOUND],
    ['missing page that somebody links to', { ...NOT_FOUND, referrer: 'blog.example:8080' }],
    ['web vital of an opening', { ...VITAL, openId: uuid(8) }],
    ['web vital', VITAL],
    ['web vital of zero', { ...VITAL, metric: 'CLS', value: 0 }],
  ] as const)('%s', (_, fields) => {
    const event = written(fields)
    expect(parseEvent(event)).toEqual({ ok: true, event })
  })

  test('with no session, no activity before it and no article', () => {
    const event = { ...search, sessionId: null, activeAt: null, article: null }
    expect(parseEvent(event)).toEqual({ ok: true, event })
  })

  test('with a locale, marks and a full article', () => {
    const article = { id: 'a', rev: '7', section: 'billing', lang: 'es-419' }
    const event = { ...search, locale: 'zh-Hant-TW', synthetic: true, imported: true, article }
    expect(parseEvent(event)).toEqual({ ok: true, event })
  })

  test('with every text as long as it may be', () => {
    const article = {
      id: 'a'.repeat(LIMITS.articleId),
      rev: 'a'.repeat(LIMITS.articleRev),
      section: 'a'.repeat(LIMITS.articleSection),
      lang: `en${'-abcdefgh'.repeat(3)}-abcde`,
    }
    const event = {
      ...search,
      site: 'a'.repeat(LIMITS.site),
      page: `/${'a'.repeat(LIMITS.page - 1)}`,
      query: 'a'.repeat(LIMITS.query),
      article,
    }
    expect(parseEvent(event)).toEqual({ ok: true, event })
  })
})

describe('the reason names the field', () => {
  const off: [field: string, event: object, change: Record<string, unknown>][] = [
    ['id', open, { id: 'not-a-uuid' }],
    ['id', open, { id: uuid(0xabc).toUpperCase() }],
    ['id', open, { id: `${uuid(1)}\n` }],
    ['v', open, { v: 2 }],
    ['site', open, { site: '' }],
    ['site', open, { site: 'a'.repeat(LIMITS.site + 1) }],
    ['channel', open, { channel: 'fax' }],
    ['channel', open, { channel: 'whatsapp' }],
    ['tabId', open, { tabId: 7 }],
    ['seq', open, { seq: 0 }],
    ['seq', open, { seq: 1.5 }],
    ['seq', open, { seq: 1e300 }],
    ['sessionId', open, { sessionId: 'none' }],
    ['visitorId', open, { visitorId: null }],
    ['ts', open, { ts: Math.floor(at('0:00') / 1000) }],
    ['ts', open, { ts: at('0:00') * 1000 }],
    ['ts', open, { ts: at('0:00') + 0.5 }],
    ['ts', open, { ts: Number.NaN }],
    ['ts', open, { ts: Number.POSITIVE_INFINITY }],
    ['ts', open, { ts: new Date(at('0:00')).toISOString() }],
    ['activeAt', open, { activeAt: 0 }],
    ['activeAt', open, { activeAt: undefined }],
    ['page', open, { page: 'articles' }],
    ['page', open, { page: '/a?token=1' }],
    ['page', open, { page: '/a#b' }],
    ['page', open, { page: `/${'a'.repeat(LIMITS.page)}` }],
    ['article', open, { article: null }],
    ['article', search, { article: 'a' }],
    ['article.id', search, { article: {} }],
    ['article.id', search, { article: [] }],
    ['article.id', search, { article: { id: 'a'.repeat(LIMITS.articleId + 1) } }],
    ['article.rev', search, { article: { id: 'a', rev: 'a'.repeat(LIMITS.articleRev + 1) } }],
    ['article.section', search, { article: { id: 'a', section: 'a'.repeat(LIMITS.articleSection + 1) } }],
    ['article.lang', search, { article: { id: 'a', lang: 'x_y' } }],
    ['article.title', search, { article: { id: 'a', title: 'b' } }],
    ['locale', open, { locale: 'a'.repeat(LIMITS.locale + 1) }],
    ['synthetic', open, { synthetic: false }],
    ['imported', open, { imported: false }],
    ['entry', open, { entry: 'search' }],
    ['via', open, { via: 'mail' }],
    ['nav', open, { nav: 'teleport' }],
    ['previousId', open, { previousId: undefined }],
    ['queryId', open, { queryId: 'q' }],
    ['position', open, { position: 0 }],
    ['listId', open, { listId: 'a'.repeat(LIMITS.listId + 1) }],
    ['cause', written(INPUT), { cause: 'timer' }],
    ['query', search, { query: 'a'.repeat(LIMITS.query + 1) }],
    ['trigger', search, { trigger: 'click' }],
    ['results', search, { results: -1 }],
    ['latencyMs', search, { latencyMs: 0.5 }],
    ['engine', search, { engine: 'a'.repeat(LIMITS.engine + 1) }],
    ['filters', search, { filters: Array(LIMITS.filters + 1).fill('a') }],
    ['filters', search, { filters: [] }],
    ['filters.0', search, { filters: ['a'.repeat(LIMITS.filter + 1)] }],
    ['words', open, { words: -1 }],
    ['algorithm', open, { algorithm: 'a'.repeat(LIMITS.algorithm + 1) }],
    ['openId', written(LEAVE), { openId: undefined }],
    ['engagedMs', written(LEAVE), { engagedMs: 86_400_001 }],
    ['scroll', written(LEAVE), { scroll: 101 }],
    ['article', written(LEAVE), { article: null }],
    ['items', written(SUGGESTIONS), { items: 0 }],
    ['reason', written(VOTE), { reason: 'because' }],
    ['comment', written(VOTE), { comment: 'a'.repeat(LIMITS.comment + 1) }],
    ['method', written(CONTACT), { method: '' }],
    ['offered', written(CONTACT), { name: 'help.contact.offer' }],
    ['ticket', written(CONTACT), { name: 'help.contact.submit', ticket: 7 }],
    ['referrer', written(NOT_FOUND), { referrer: 'https://a.example/path' }],
    ['value', written(VOTE), { value: 0 }],
    ['metric', vital, { metric: 'FID' }],
    ['value', vital, { value: Number.NaN }],
    ['value', vital, { value: -1 }],
    ['metricId', vital, { metricId: 'a'.repeat(LIMITS.metricId + 1) }],
    ['navigation', vital, { navigation: 'back' }],
    ['password', open, { password: 'hunter2' }],
  ]

  test.each(off)('%s, out of %j as %j', (field, event, change) => {
    expect(reasonFor({ ...event, ...change })).toMatch(new RegExp(`^${field.replace('.', '\\.')}: `))
  })

  test.each(Object.keys(open))('%s, when it is missing', (field) => {
    const { [field]: _, ...rest } = open as unknown as Record<string, unknown>
    expect(reasonFor(rest)).toMatch(new RegExp(`^${field}: `))
  })

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s, when JSON brings it as a field', (key) => {
    const json = JSON.stringify(open).replace(/^\{/, `{"${key}":{"polluted":true},`)
    expect(reasonFor(JSON.parse(json))).toContain(key)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test.each([
    'help.article.close',
    '__proto__',
    'constructor',
    'toString',
    '',
    7,
    1n,
    null,
    undefined,
    {},
    Symbol('name'),
  ])('name, when the event is called %p', (name) => {
    expect(reasonFor({ ...open, name })).toMatch(/^name: unknown event .*known: help\.article\.open, /)
  })

  test('name, when its spelling of a circle cannot be written down', () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(reasonFor({ ...open, name: circle })).toMatch(/^name: unknown event/)
  })

  test.each([
    ['null', null],
    ['an array', [open]],
    ['string', JSON.stringify(open)],
    ['number', 7],
    ['undefined', undefined],
  ])('or says what came instead of an event: %s', (kind, input) => {
    expect(reasonFor(input)).toBe(`expected an event object, got ${kind}`)
  })

  test.each([
    ['name', { ...open, name: 'x'.repeat(60_000) }],
    ['entry', { ...open, entry: 'x'.repeat(60_000) }],
    ['an unknown field', { ...open, ['x'.repeat(60_000)]: 1 }],
  ])('in few words, however long what came: %s', (_, event) => {
    expect(reasonFor(event).length).toBeLessThanOrEqual(400)
  })
})
