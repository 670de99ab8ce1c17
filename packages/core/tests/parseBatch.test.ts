import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { eventId } from '../src/index.js'
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

describe('a batch in short', () => {
  const ids = '98c4-dc0c0c07398f'
  const eventsOf = (posted: object) => {
    const parsed = parseBatch({ sentAt, ids, ...posted })
    return parsed.ok ? parsed.batch.events : parsed.reason
  }

  test('spells out rows, times and ids', () => {
    const fields = ['seq', '-ts', '-activeAt', 'value']
    const run = {
      common: { name: 'help.feedback.vote' },
      fields,
      rows: [
        [2, 500, 100, 1],
        [3, 0, 7, -1],
      ],
    }
    const events = eventsOf({ common: { site: 'docs' }, events: [{ id: 'x' }], runs: [run] })
    expect(events).toEqual([
      { site: 'docs', id: 'x' },
      {
        site: 'docs',
        name: 'help.feedback.vote',
        id: eventId(sentAt - 500, 2, ids),
        seq: 2,
        ts: sentAt - 500,
        activeAt: sentAt - 600,
        value: 1,
      },
      {
        site: 'docs',
        name: 'help.feedback.vote',
        id: eventId(sentAt, 3, ids),
        seq: 3,
        ts: sentAt,
        activeAt: sentAt - 7,
        value: -1,
      },
    ])
  })

  test('takes a run without rows for one event', () => {
    const run = { common: { id: 'x', seq: 1 } }
    expect(eventsOf({ runs: [run, run] })).toEqual([run.common, run.common])
    expect(eventsOf({ runs: Array.from({ length: MAX_BATCH_EVENTS + 1 }, () => run) })).toMatch(/at most/)
  })

  test('what an event says itself holds', () => {
    const [event] = eventsOf({ runs: [{ fields: ['id', 'seq', 'ts'], rows: [['x', 1, 5]] }] }) as object[]
    expect(event).toEqual({ id: 'x', seq: 1, ts: 5 })
  })

  test.each([
    ['a row of another length', { fields: ['seq', 'ts'], rows: [[1]] }, [1]],
    ['a row that is none', { fields: ['seq'], rows: [null] }, null],
    ['a time that is none', { fields: ['seq', '-ts'], rows: [[1, 'soon']] }, { seq: 1, '-ts': 'soon' }],
    ['an act before no time', { fields: ['-activeAt'], rows: [[5]] }, { '-activeAt': 5 }],
    ['a number that is none', { fields: ['seq', '-ts'], rows: [[1.5, 0]] }, { seq: 1.5, ts: sentAt }],
    ['a time before all', { fields: ['seq', '-ts'], rows: [[1, 1e300]] }, { seq: 1, ts: sentAt - 1e300 }],
  ])('%s costs that event alone', (_, run, spelt) => {
    const good = { fields: ['seq', '-ts'], rows: [[2, 0]] }
    expect(eventsOf({ runs: [run, good] })).toEqual([spelt, { id: eventId(sentAt, 2, ids), seq: 2, ts: sentAt }])
  })

  test(`holds up to ${MAX_BATCH_EVENTS} events, too`, () => {
    const run = (length: number) => ({ fields: [], rows: Array.from({ length }, () => []) })
    expect(eventsOf({ runs: [run(MAX_BATCH_EVENTS - 1), run(1)] })).toHaveLength(MAX_BATCH_EVENTS)
    expect(eventsOf({ runs: [run(MAX_BATCH_EVENTS), run(1)] })).toMatch(/at most 200 events/)
  })

  test.each([
    [{ runs: [{ fields: ['seq'], rows: 7 }] }],
    [{ runs: [{ fields: [7], rows: [[7]] }] }],
    [{ runs: [null] }],
    [{ runs: [] }],
    [{ ids: 'mine', events: [{}] }],
  ])('is refused as a whole when it is no table: %j', (posted) => {
    expect(eventsOf(posted)).toMatch(/^expected \{ sentAt/)
  })

  test('changes no prototype', () => {
    const [event] = eventsOf({ runs: [{ fields: ['__proto__'], rows: [[{ site: 'docs' }]] }] }) as object[]
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype)
  })
})
