import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { MAX_BATCH_EVENTS, parseBatch } from '../src/schema/index.js'
import { at } from './support/clock.js'

const sentAt = at('0:00')

describe('a batch', () => {
  test('is accepted without a look at its events', () => {
    const batch = { sentAt, events: [{ name: 'nonsense' }, null, 7] }
    expect(parseBatch(batch)).toEqual({ ok: true, batch })
  })

  test(`holds up to ${MAX_BATCH_EVENTS} events`, () => {
    const events = (length: number) => Array.from({ length }, () => ({}))
    expect(parseBatch({ sentAt, events: events(MAX_BATCH_EVENTS) }).ok).toBe(true)
    expect(parseBatch({ sentAt, events: events(MAX_BATCH_EVENTS + 1) })).toEqual({
      ok: false,
      reason: `expected { sentAt, events: [...] }; events: expected at most ${MAX_BATCH_EVENTS} events`,
    })
  })

  test('of no events asks for the mark of a tab, and tells nothing else', () => {
    const tabId = '0198c000-0000-7000-8000-00000000000b'
    const asking = { sentAt, tabId, events: [] }
    expect(parseBatch(asking)).toEqual({ ok: true, batch: asking })
    expect(parseBatch({ ...asking, dropped: 3 }).ok).toBe(false)
    expect(parseBatch({ ...asking, tabId: 'mine' }).ok).toBe(false)
  })

  test('may say how many events its page gave up', () => {
    const batch = { sentAt, dropped: 3, events: [{}] }
    expect(parseBatch(batch)).toEqual({ ok: true, batch })
    for (const dropped of [0, -1, 0.5, '3', 1e12]) expect(parseBatch({ ...batch, dropped }).ok).toBe(false)
  })

  test.each([
    ['sentAt', { events: [{}] }],
    ['sentAt', { sentAt: Math.floor(sentAt / 1000), events: [{}] }],
    ['sentAt', { sentAt: Number.NaN, events: [{}] }],
    ['sentAt', { sentAt: String(sentAt), events: [{}] }],
    ['events', { sentAt }],
    ['events', { sentAt, events: [] }],
    ['events', { sentAt, events: { 0: {} } }],
    ['events', { sentAt, events: 'many' }],
    ['extra', { sentAt, events: [{}], extra: 1 }],
    ['__proto__', JSON.parse(`{"sentAt":${sentAt},"events":[{}],"__proto__":{}}`)],
    ['sentAt', []],
  ])('is refused with a reason that names %s: %j', (field, input) => {
    const parsed = parseBatch(input)
    expect(parsed).toEqual({
      ok: false,
      reason: expect.stringMatching(`^expected \\{ sentAt, events: \\[...\\] \\}; ${field}: `),
    })
  })

  test.each([[null], [undefined], [7], ['batch'], [true]])('is refused when it is no object: %p', (input) => {
    expect(parseBatch(input)).toEqual({
      ok: false,
      reason: expect.stringMatching(/^expected \{ sentAt, events: \[...\] \}; /),
    })
  })

  test('is never accepted by chance, and nothing makes parseBatch throw', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true, withMap: true }),
        (input) => {
          expect(parseBatch(input).ok).toBe(false)
          expect(parseBatch({ sentAt: input, events: input }).ok).toBe(false)
        },
      ),
      { numRuns: 3_000 },
    )
  })
})

describe('what the events of a batch have in common', () => {
  const eventsOf = (common: object, ...events: unknown[]) => {
    const parsed = parseBatch({ sentAt: Date.UTC(2026, 0), common, events })
    return parsed.ok ? parsed.batch.events : parsed.reason
  }

  test('is given to each that does not say otherwise', () => {
    expect(eventsOf({ site: 'docs', page: '/a' }, { id: 1 }, { id: 2, page: '/b' })).toEqual([
      { site: 'docs', page: '/a', id: 1 },
      { site: 'docs', page: '/b', id: 2 },
    ])
  })

  test('makes no event of what is none', () => {
    expect(eventsOf({ site: 'docs' }, null, 7, [], 'x')).toEqual([null, 7, [], 'x'])
  })

  test('changes no prototype', () => {
    const [event] = eventsOf(JSON.parse('{"__proto__":{"site":"docs"}}'), {}) as object[]
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype)
  })

  test.each([null, 7, 'x'])('is refused as %p', (common) => {
    expect(eventsOf(common as never, {})).toMatch(/^expected \{ sentAt/)
  })
})
