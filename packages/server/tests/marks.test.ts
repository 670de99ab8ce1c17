import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { collect, type TestCollector } from './helpers/collect.js'
import { NOON, opening, rowsOf } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

describe('the mark of a tab', () => {
  test('is the number up to which nothing is missing', async () => {
    const collector = await collect()
    const mark = async (...seqs: number[]) => (await collector.events(...seqs.map((seq) => opening({ seq })))).body.mark
    expect([await mark(1, 2), await mark(4), await mark(6, 7), await mark(3), await mark(5)]).toEqual([2, 2, 2, 4, 7])
  })

  test('does not wait for a rejected event', async () => {
    const collector = await collect()
    const bad = { ...opening({ seq: 2 }), name: 'nonsense' }
    expect((await collector.events(opening({ seq: 1 }), bad, opening({ seq: 3 }))).body.mark).toBe(3)
    await collector.events({ ...bad, seq: 4 })
    expect((await collector.events(opening({ seq: 5 }))).body.mark).toBe(5)
  })

  test('is looked up in the store by a collector that was started anew', async () => {
    const store = await tempStore()
    await store.append(rowsOf(opening({ seq: 1 }), opening({ seq: 2 }), opening({ seq: 5 })))
    const collector = await collect({ store })
    expect((await collector.events(opening({ seq: 3 }))).body.mark).toBe(3)
    expect((await collector.events(opening({ seq: 4 }))).body.mark).toBe(5)
  })

  test('is right after a restart though the first number comes again, and does not wait for what was rejected', async () => {
    const store = await tempStore()
    const first = opening({ seq: 1 })
    const before = await collect({ store })
    await before.events(first, opening({ seq: 2 }), { ...opening({ seq: 3 }), name: 'nonsense' }, opening({ seq: 4 }))
    const after = await collect({ store })
    expect((await after.events(first, opening({ seq: 5 }))).body.mark).toBe(5)
  })

  test('takes in after a while what came to another process', async () => {
    let now = NOON
    const store = await tempStore()
    const one = await collect({ store, now: () => now })
    const other = await collect({ store, now: () => now })
    await one.events(opening({ seq: 1 }), opening({ seq: 3 }))
    await other.events(opening({ seq: 2 }), opening({ seq: 4 }))
    expect((await one.events(opening({ seq: 6 }))).body.mark).toBeGreaterThanOrEqual(1)
    now += 10_000
    expect((await one.events(opening({ seq: 5 }))).body.mark).toBe(6)
  })

  test('is told to a page that asks before it sends, with the numbers beyond it', async () => {
    const store = await tempStore()
    const tabId = randomUUID()
    const ask = async (collector: TestCollector) =>
      (await collector.post({ sentAt: NOON, tabId, events: [] })) as { status: number; body: unknown }
    const before = await collect({ store })
    expect(await ask(before)).toMatchObject({ status: 202, body: { received: 0, rejected: [], mark: 0, ahead: [] } })
    await before.events(opening({ tabId, seq: 9 }), ...[1, 2, 4].map((seq) => opening({ tabId, seq })))
    expect(await ask(before)).toMatchObject({ body: { mark: 2, ahead: [4, 9] } })
    expect(await ask(await collect({ store }))).toMatchObject({ status: 202, body: { mark: 2, ahead: [4, 9] } })
  })

  test('is right for a page that asks after its first events came again to a collector started anew', async () => {
    const store = await tempStore()
    const events = [opening({ seq: 1 }), opening({ seq: 2 }), opening({ seq: 3 })]
    await store.append(rowsOf(...events))
    const collector = await collect({ store })
    await collector.events(events[0])
    const { body } = await collector.post({ sentAt: NOON, tabId: events[0]!.tabId, events: [] })
    expect(body.mark).toBe(3)
  })

  test('is not known while the store cannot say, and asking again later tells it', async () => {
    const store = await tempStore()
    let isDown = true
    const query: typeof store.query = (...args) => (isDown ? Promise.reject(new Error('down')) : store.query(...args))
    const collector = await collect({ store: { ...store, query } })
    const ask = async () => (await collector.post({ sentAt: NOON, tabId: randomUUID(), events: [] })).body.mark
    expect(await ask()).toBeNull()
    isDown = false
    expect(await ask()).toBe(0)
  })

  test('is that of the tab which the batch names, whoever its events are from', async () => {
    const collector = await collect()
    const tabId = randomUUID()
    await collector.events(opening({ tabId, seq: 1 }), opening({ tabId, seq: 2 }))
    const { body } = await collector.post({ sentAt: NOON, tabId, events: [opening({ seq: 1 }), null] })
    expect(body.mark).toBe(2)
  })

  test('of a tab with a thousand numbers beyond a gap is told, and nothing is remembered of it', async () => {
    const collector = await collect()
    const numbers = Array.from({ length: 1_050 }, (_, i) => i + 3)
    await collector.events(opening({ seq: 1 }))
    for (let i = 0; i < numbers.length; i += 70) {
      await collector.events(...numbers.slice(i, i + 70).map((seq) => opening({ seq })))
    }
    expect((await collector.events(opening({ seq: 9_000 }))).body.mark).toBe(1)
    expect((await collector.events(opening({ seq: 2 }))).body.mark).toBeGreaterThan(1_000)
  })

  test('is kept for each tab apart', async () => {
    const collector = await collect()
    const tabId = randomUUID()
    await collector.events(opening({ seq: 1 }), opening({ seq: 2 }))
    expect((await collector.events(opening({ tabId, seq: 1 }))).body.mark).toBe(1)
    expect((await collector.events(opening({ tabId, seq: 3 }), opening({ seq: 3 }))).body.mark).toBe(1)
  })
})
