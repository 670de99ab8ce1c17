import { eventId, type HelpEvent, tailOf, uuidv7 } from '@helptally/core'
import { parseBatch } from '@helptally/core/schema'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bodyOf } from '../src/outbox/unsent.js'

const SENT_AT = Date.UTC(2026, 10, 27)
const random = (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>)
const newId = () => uuidv7(SENT_AT, random)
const TAB = newId()

/** Events of one tab, some of which another document has named or a chat told, with fields that change from one to the next. */
const tabs = fc
  .array(
    fc.record({
      agoMs: fc.integer({ min: 0, max: 90_000_000 }),
      actedMs: fc.option(fc.nat(300_000)),
      isForeign: fc.boolean(),
      isOfChat: fc.boolean(),
      fields: fc.dictionary(fc.constantFrom('name', 'page', 'value', 'article', 'words'), fc.jsonValue(), {
        noNullPrototype: true,
      }),
    }),
    { maxLength: 12 },
  )
  .map((drawn) => {
    const tail = tailOf(newId())
    return drawn.map(({ agoMs, actedMs, isForeign, isOfChat, fields }, index) => {
      const [seq, ts] = [index + 1, SENT_AT - agoMs]
      if (isOfChat) return { ...fields, id: newId(), tabId: TAB, ts }
      const id = isForeign ? newId() : eventId(ts, seq, tail)
      return { ...fields, id, tabId: TAB, seq, ts, activeAt: actedMs === null ? null : ts - actedMs }
    })
  })

const unsent = (events: readonly object[]) =>
  events.map((event) => {
    const text = JSON.stringify(event)
    return { ...(event as HelpEvent), text, bytes: text.length }
  })

test('what travels in short is what was told, whatever it is', () => {
  fc.assert(
    fc.property(tabs, (events) => {
      const parsed = parseBatch(JSON.parse(bodyOf(unsent(events), { sentAt: SENT_AT, tabId: TAB })))
      expect(parsed.ok && parsed.batch.events).toEqual(JSON.parse(JSON.stringify(events)))
    }),
    { numRuns: 2_000 },
  )
})

test('it is never longer than what was told', () => {
  fc.assert(
    fc.property(tabs, (events) => {
      const heading = { sentAt: SENT_AT, tabId: TAB }
      expect(bodyOf(unsent(events), heading).length).toBeLessThanOrEqual(JSON.stringify({ ...heading, events }).length)
    }),
  )
})

test('ten votes take 35 bytes each, beyond what is said once', () => {
  const tail = tailOf(newId())
  const votes = (times: number) =>
    Array.from({ length: times }, (_, index) => {
      const [seq, ts] = [index + 2, SENT_AT - 4_500 + 450 * index]
      return {
        ...{ name: 'help.feedback.vote', value: 1, article: { id: 'idle', lang: 'en' }, id: eventId(ts, seq, tail) },
        ...{ v: 1, site: 'docs', channel: 'help', tabId: TAB, seq, sessionId: TAB, visitorId: TAB },
        ...{ ts, activeAt: ts - 450, page: '/en/articles/idle', locale: 'en' },
      }
    })
  const bytesOf = (times: number) => bodyOf(unsent(votes(times)), { sentAt: SENT_AT }).length
  expect(bytesOf(12) - bytesOf(2)).toBeLessThanOrEqual(350)
})
