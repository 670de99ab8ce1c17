import { randomUUID } from 'node:crypto'
import { OUTCOMES } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { LedgerCounts } from '../src/reports/shapes.js'
import { collect, type TestCollector } from './helpers/collect.js'
import { MINUTE, NOON, opening, progress, rowsOf, SITE, search } from './helpers/events.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const DAY = 24 * 60 * MINUTE
const report = `reports/ledger?site=${SITE}&from=2026-03-10&to=2026-03-11`
const bare = ({ visitorId: _, ...event }: { visitorId: string }): object => event

async function totals(collector: TestCollector, path: string = report): Promise<LedgerCounts> {
  return (await collector.get(path)).body.totals
}
const sumOf = (counts: LedgerCounts): number => OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0)

describe('the ledger', () => {
  test('books each event received under what became of it', async () => {
    const collector = await collect()
    const known = opening({ seq: 1 })
    await collector.events(known, progress({ seq: 2, sessionId: known.id }))
    await collector.events(
      known,
      opening({ seq: 3, ts: NOON - 7 * DAY - 1 }),
      bare(opening({ seq: 4 })),
      { ...opening({ seq: 5 }), name: 'nonsense' },
      null,
    )
    expect(await totals(collector)).toEqual({
      received: 7,
      accepted: 2,
      duplicate: 1,
      late: 1,
      bot: 0,
      test: 0,
      consent_missing: 1,
      invalid: 2,
      over_limit: 0,
      dropped: 0,
      refused: 0,
    })
  })

  test('counts an event that comes twice in a batch, in two, and after a drain as one and its duplicates', async () => {
    const collector = await collect()
    const event = opening()
    await collector.events(event, event)
    await collector.events(event)
    expect(await totals(collector)).toMatchObject({ received: 3, accepted: 1, duplicate: 2 })
    await collector.events(event)
    expect(await totals(collector)).toMatchObject({ received: 4, accepted: 1, duplicate: 3 })
  })

  test('keeps two events of one number of a tab, each with an id of its own', async () => {
    const collector = await collect()
    await collector.events(opening({ seq: 1 }), opening({ seq: 1 }))
    expect(await totals(collector)).toMatchObject({ received: 2, accepted: 2, duplicate: 0 })
  })

  test('says why events were turned away, the most frequent reason first', async () => {
    const collector = await collect()
    await collector.events(null, opening({ seq: 0 }), opening({ seq: 0 }), opening())
    expect((await collector.get(report)).body.reasons).toEqual([
      { outcome: 'invalid', reason: expect.stringMatching(/^seq: /), events: 2 },
      { outcome: 'invalid', reason: 'expected an event object, got null', events: 1 },
    ])
  })

  test('shows what a page had to give up beside the sum, and once though its batch comes twice', async () => {
    const collector = await collect()
    const batch = { sentAt: NOON, dropped: 30, events: [opening({ seq: 31 }), opening({ seq: 32 })] }
    await collector.post(batch)
    await collector.post(batch)
    expect(await totals(collector)).toMatchObject({ received: 4, accepted: 2, duplicate: 2, dropped: 30 })
  })

  test('books by the time of receipt, an interval a row', async () => {
    let now = NOON
    const collector = await collect({ now: () => now })
    await collector.events(opening({ ts: NOON - 2 * DAY }))
    now += 60 * MINUTE
    await collector.post({ sentAt: now, events: [opening({ ts: now })] })
    const { rows } = (
      await collector.get(`reports/ledger?site=${SITE}&interval=hour&from=2026-03-10T11:00Z&to=2026-03-10T14:00Z`)
    ).body
    expect(rows.map((row: LedgerCounts) => row.received)).toEqual([0, 1, 1])
  })

  test('gives an event without a readable site to the site of its batch, else to that of the collector', async () => {
    const collector = await collect({ site: SITE })
    await collector.events(null, { ...opening(), site: 'other', seq: 0 }, 7)
    await collector.events('nothing')
    expect(await totals(collector, report.replace('docs', 'other'))).toMatchObject({ received: 3, invalid: 3 })
    expect(await totals(collector)).toMatchObject({ received: 1, invalid: 1 })
  })

  test('survives a drain that was killed before it removed its segment, and a restart', async () => {
    const folder = await tempFolder()
    const first = await tempStore({ folder })
    const collector = await collect({ store: first })
    await collector.events(opening(), null)
    await first.close()
    const again = await collect({ store: await tempStore({ folder }) })
    expect(await totals(again)).toMatchObject({ received: 2, accepted: 1, invalid: 1 })
  })

  test('keeps its sums when a visitor is erased', async () => {
    const collector = await collect()
    const visitorId = randomUUID()
    await collector.events(opening({ visitorId }))
    await collector.send('DELETE', `visitors/${visitorId}`)
    expect(await totals(collector)).toMatchObject({ received: 1, accepted: 1 })
  })

  test('books what comes of an erased visitor as consent missing, and keeps no event of it', async () => {
    const collector = await collect()
    const visitorId = randomUUID()
    const [sent, late] = [opening({ visitorId }), opening({ visitorId })]
    await collector.events(sent)
    await collector.send('DELETE', `visitors/${visitorId}`)
    await collector.events(sent, late)
    expect(await totals(collector)).toMatchObject({ received: 3, accepted: 1, consent_missing: 2 })
  })

  test('books a line once, though its event is known, comes again in the same drain, and its visitor is erased', async () => {
    const collector = await collect()
    const visitorId = randomUUID()
    const [known, erased] = [opening(), opening({ visitorId })]
    await collector.events(known, erased)
    await collector.send('DELETE', `visitors/${visitorId}`)
    await collector.events(known, known, erased, erased)
    const counts = await totals(collector)
    expect(counts).toMatchObject({ received: 6, accepted: 2, duplicate: 3, consent_missing: 1 })
    expect(sumOf(counts)).toBe(counts.received)
  })

  test('says that what the seed made was made by it', async () => {
    const store = await tempStore()
    await store.append(rowsOf(opening({ synthetic: true })))
    expect((await (await collect({ store })).get(report)).body.synthetic).toBe(true)
  })

  test('sums to what was received, whatever comes in whatever order', async () => {
    const pick = fc.nat({ max: 9 })
    const batches = fc.array(fc.array(pick, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 })
    const collector = await collect({ site: SITE })
    let before = await totals(collector)
    await fc.assert(
      fc.asyncProperty(batches, async (all) => {
        const bad = [null, 7, {}, bare(opening()), opening({ ts: NOON - 8 * DAY }), opening({ seq: 0 })]
        const good = [opening(), search(), progress(), opening({ synthetic: true })]
        for (const batch of all) {
          const events = batch.map((i) => [...bad, ...good][i])
          expect((await collector.events(...events)).body.received).toBe(batch.length)
          if (batch.length % 3 === 0) await totals(collector)
        }
        const after = await totals(collector)
        const picked = all.flat()
        expect(after.received - before.received).toBe(picked.length)
        expect(sumOf(after)).toBe(after.received)
        expect(after.accepted - before.accepted).toBe(new Set(picked.filter((i) => i >= bad.length)).size)
        before = after
      }),
      { numRuns: 15 },
    )
  }, 30_000)
})

describe('the id of an event', () => {
  test('leads to every arrival of it, and to the correction of its time', async () => {
    let now = NOON
    const collector = await collect({ now: () => now })
    const sentAt = NOON + 60 * MINUTE
    const event = opening({ ts: sentAt })
    await collector.post({ sentAt, events: [event] })
    now += 1_000
    await collector.post({ sentAt: sentAt + 1_000, events: [event] })
    const { status, body } = await collector.get(`ledger/${event.id}`)
    expect({ status, ...body }).toEqual({
      status: 200,
      id: event.id,
      arrivals: [
        {
          outcome: 'accepted',
          reason: '',
          site: SITE,
          received_at: '2026-03-10T12:00:00.000Z',
          event: {
            name: 'help.article.open',
            session_id: event.id,
            ts: '2026-03-10T13:00:00.000Z',
            at: '2026-03-10T12:00:00.000Z',
            corrected_by_ms: -60 * MINUTE,
          },
        },
        { outcome: 'duplicate', reason: '', site: SITE, received_at: '2026-03-10T12:00:01.000Z', event: null },
      ],
    })
  })

  test('shows no correction when the browser sent it long after its page had handed it over', async () => {
    const collector = await collect({ now: () => NOON })
    const sentAt = NOON - 60 * MINUTE
    const event = opening({ ts: sentAt })
    await collector.post({ sentAt, later: true, events: [event] })
    const { body } = await collector.get(`ledger/${event.id}`)
    expect(body.arrivals).toMatchObject([{ event: { at: '2026-03-10T11:00:00.000Z', corrected_by_ms: 0 } }])
  })

  test('that was turned away leads to the reason, even when it is no UUID', async () => {
    const collector = await collect()
    await collector.events({ ...opening(), id: 'seven' })
    const { body } = await collector.get('ledger/seven')
    expect(body.arrivals).toMatchObject([{ outcome: 'invalid', reason: expect.stringMatching(/^id: /), event: null }])
  })

  test('that was turned away over a week ago is forgotten, and its count is not', async () => {
    let now = NOON
    const collector = await collect({ now: () => now })
    await collector.events({ ...opening(), id: 'seven' })
    expect((await collector.get('ledger/seven')).status).toBe(200)
    now += 7 * DAY + 1
    await collector.post({ sentAt: now, events: [opening({ ts: now })] })
    expect((await collector.get('ledger/seven')).status).toBe(404)
    expect(await totals(collector)).toMatchObject({ invalid: 1 })
  })

  test('is looked up by readers only', async () => {
    expect((await (await collect({ token: 'key' })).get(`ledger/${randomUUID()}`)).status).toBe(401)
  })
})
