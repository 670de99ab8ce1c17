import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { leave, MINUTE, NOON, notFound, opening, search } from './helpers/events.js'
import { read, storeOf } from './helpers/reports.js'

const DAY = 24 * 60 * MINUTE
const tab = () => ({ tabId: randomUUID(), visitorId: randomUUID() })

test('the events of each of the last five minutes are counted, those of a clock that is ahead as of now', async () => {
  const at = (ms: number, change = {}) => opening({ ...tab(), ts: NOON + ms, ...change })
  const store = await storeOf(
    at(2 * MINUTE),
    at(0),
    at(-MINUTE + 1),
    at(-MINUTE),
    at(-5 * MINUTE + 1),
    at(-5 * MINUTE),
    at(0, { site: 'other' }),
    at(0, { locale: 'es' }),
  )
  expect((await read(store, 'live')).per_minute).toEqual([1, 0, 0, 1, 4])
  expect((await read(store, 'live', { from: '2026-03-01', to: '2026-03-02' })).per_minute).toEqual([1, 0, 0, 1, 4])
  expect((await read(store, 'live', { locale: 'es' })).per_minute).toEqual([0, 0, 0, 0, 1])
  expect((await read(store, 'live', { entry: 'direct_link' })).per_minute).toEqual([0, 0, 0, 0, 0])
})

test('the latest searches are shown as far as three tabs have made them in 30 days', async () => {
  const asks = (query: string, ago: number, where = tab()) =>
    search({ ...where, query, ts: NOON - ago, seq: ago === 0 ? 2 : 1, results: 2 })
  const twice = tab()
  const store = await storeOf(
    asks('Tabs?', 0),
    asks('tabs', MINUTE),
    asks('TABS', 29 * DAY),
    asks('idle', 2 * MINUTE),
    asks('idle', DAY),
    asks('idle', 31 * DAY),
    asks('mine', 0, twice),
    asks('mine', 3 * MINUTE, twice),
    asks('mine', 4 * MINUTE),
  )
  const { searches, searches_withheld } = await read(store, 'live')
  expect(searches).toEqual([
    { at: '2026-03-10T12:00:00.000Z', query: 'tabs', results: 2 },
    { at: '2026-03-10T11:59:00.000Z', query: 'tabs', results: 2 },
  ])
  expect(searches_withheld).toBe(4)
  const two = await read(store, 'live', { limit: '2' })
  expect(two.searches.length + two.searches_withheld).toBe(2)
})

test('pages that were not found are told once each, the latest first', async () => {
  const store = await storeOf(
    notFound({ ...tab(), page: '/en/gone', referrer: 'blog.example.com', ts: NOON - 2 * MINUTE }),
    notFound({ ...tab(), page: '/en/gone', referrer: '', ts: NOON - 5 * MINUTE }),
    notFound({ ...tab(), page: '/en/lost', ts: NOON }),
    notFound({ ...tab(), page: '/en/old', ts: NOON - DAY }),
    leave(tab()),
  )
  expect((await read(store, 'live')).not_found).toEqual([
    { page: '/en/lost', at: '2026-03-10T12:00:00.000Z', referrer: '', times: 1 },
    { page: '/en/gone', at: '2026-03-10T11:58:00.000Z', referrer: 'blog.example.com', times: 2 },
  ])
  expect((await read(store, 'live', { limit: '1' })).not_found).toHaveLength(1)
})
