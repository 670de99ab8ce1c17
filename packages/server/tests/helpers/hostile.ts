import fc from 'fast-check'
import {
  contact,
  contacted,
  leave,
  notFound,
  offer,
  opening,
  progress,
  search,
  suggestions,
  vital,
  vote,
} from './events.js'

export const NASTY: readonly unknown[] = [
  '',
  '\0',
  '\ud800',
  'a\udfff',
  '\u202e\u2066',
  '🙂'.repeat(50),
  'e\u0301'.repeat(60),
  "'; drop table events; --",
  "' or 1=1 --",
  '$site',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}',
  '../../etc/passwd',
  'null',
  '\r\n[helptally] forged',
  'x'.repeat(2_000),
  0,
  -0,
  -1,
  0.1,
  2 ** 31,
  2 ** 53,
  1e308,
  -1e308,
  null,
  true,
  false,
  [],
  {},
  [[]],
  { toString: 'x', valueOf: 1, constructor: { prototype: { polluted: true } } },
]
export const nasty = fc.constantFrom(...NASTY)
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 220 }),
  fc.string({ unit: 'grapheme', maxLength: 220 }),
)
export const anything = fc.oneof(nasty, anyText, fc.double(), fc.integer(), fc.jsonValue({ maxDepth: 4 }))

export const MAKERS: readonly (() => object)[] = [
  opening,
  progress,
  leave,
  search,
  suggestions,
  vote,
  contact,
  offer,
  contacted,
  notFound,
  vital,
]
const base = fc.constantFrom(...MAKERS).map((make) => make())
const field = fc.oneof(
  base.chain((event) => fc.constantFrom(...Object.keys(event))),
  fc.constantFrom(
    'queryId',
    'position',
    'listId',
    'openedFrom',
    'forkedFrom',
    'locale',
    'synthetic',
    'label',
    'outcome',
  ),
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toJSON', 'hasOwnProperty', 'at', 'rejected_id', 'n'),
)

/** A real event, some of whose fields are not what they should be. */
export const spoiled = fc
  .tuple(base, fc.array(fc.tuple(field, anything), { minLength: 1, maxLength: 3 }))
  .map(([event, changes]) => {
    const json = Object.entries(event)
      .concat(changes)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? 'null'}`)
    return `{${json.join(',')}}`
  })

/** A good event, with texts that somebody hostile made up. */
export const hostile = fc.tuple(fc.nat({ max: 9 }), anyText, anyText, nasty).map(([which, a, b, c]) => {
  const text = (value: unknown, limit: number) => (typeof value === 'string' ? value.slice(0, limit) : '') || 'x'
  const events = [
    opening({
      article: { id: text(c, 128), rev: text(a, 64), section: text(b, 128) },
      listId: text(a, 64),
      page: `/${text(b, 900).replace(/[?#]/g, '')}`,
    }),
    vote({ comment: text(c, 1000), reason: 'other' }),
    suggestions({ listId: text(a, 64), algorithm: text(b, 40), items: 1_000_000_000 }),
    offer({ method: text(a, 40), formId: text(b, 64), offered: [text(c, 128), text(a, 128)] }),
    contacted({ ticket: text(b, 64) }),
    search({ query: text(c, 200), engine: text(a, 40), filters: [text(b, 64)], latencyMs: 86_400_000 }),
    search({ query: text(a, 200) }),
    vital({ metricId: text(a, 64), article: { id: text(b, 128) }, value: 3_600_000 }),
    opening({ site: text(a, 64) }),
    opening({ seq: 1_000_000_000, position: 1_000_000_000 }),
  ]
  return JSON.stringify(events[which])
})
