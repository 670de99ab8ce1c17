import { randomUUID } from 'node:crypto'
import type { HelpEvent } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import { searchSuccess } from '../src/reports/searchSuccess.js'
import { collect } from './helpers/collect.js'
import { contact, leave, MINUTE, NOON, opening, rowsOf, SITE, search, vote } from './helpers/events.js'
import { queryOf, read as readReport, storeOf } from './helpers/reports.js'

const SECOND = 1_000
const LATER = NOON + 60 * MINUTE

const readerOf = (n: number) => ({
  tabId: `0198c000-0000-7000-8000-00000000${n}000`,
  visitorId: `0198c000-0000-7000-8000-00000000${n}001`,
})

const idOf = (n: number) => `0198c000-0000-7000-8000-${String(n).padStart(8, '0')}0002`

/** A search of the nth reader, in no session. */
const asked = (n: number, change: Parameters<typeof search>[0] = {}) =>
  search({ ...readerOf(n), query: 'install', queryId: idOf(n), ...change })

/** What the nth reader opened from it, so many ms after. */
const chosen = (n: number, ms: number, change: Parameters<typeof opening>[0] = {}) =>
  opening({ ...readerOf(n), seq: 2, ts: NOON + ms, via: 'search_result', queryId: idOf(n), position: 1, ...change })

async function readAll(events: readonly HelpEvent[], params = '', now = LATER) {
  const collector = await collect({ now: () => now })
  await collector.post({ sentAt: now, events })
  return async (more = '') => {
    const { status, body } = await collector.get(
      `reports/searches?site=${SITE}&from=2026-03-10&to=2026-03-11${params}${more}`,
    )
    expect(status).toBe(200)
    return body
  }
}

const totalsOf = async (...events: readonly HelpEvent[]) => (await (await readAll(events))()).totals

describe('the report of searches', () => {
  test('has no rate of nothing', async () => {
    const report = await (await readAll([]))()
    expect(report).toMatchObject({ rows: [], synthetic: false })
    expect(report.totals).toMatchObject({
      searches: 0,
      ctr: { rate: null, n: 0 },
      mean_position: null,
      clicks_at: [],
      latency_p75_ms: null,
      sessions_with_search: { rate: null, n: 0 },
      orphan_searches: 0,
      withheld: { queries: 0, searches: 0 },
    })
  })

  test('knows a search whose engine failed from one that found nothing, and counts no click of it', async () => {
    const totals = await totalsOf(asked(1, { results: null }), chosen(1, SECOND), asked(2, { results: 0 }))
    expect(totals).toMatchObject({ searches: 2, known: 1, zero: 1, failed: 1, clicks: 1 })
    expect(totals).toMatchObject({ ctr: { rate: 0, n: 1 }, zero_result: { rate: 1, n: 1 }, mrr: { rate: 0, n: 1 } })
  })

  test.each([
    ['a click within 30 minutes', 30 * MINUTE, 1],
    ['no click after that', 30 * MINUTE + 1, 0],
  ])('counts %s', async (_, ms, clicks) => {
    expect((await totalsOf(asked(1), chosen(1, ms))).clicks).toBe(clicks)
  })

  test('counts what was opened in another tab, also when that is heard of only after the report was read', async () => {
    const elsewhere = { tabId: readerOf(9).tabId, seq: 1, position: 4, entry: 'search_enter' } as const
    const collector = await collect({ now: () => LATER })
    const read = async () => (await collector.get(`reports/searches?site=${SITE}&from=2026-03-10`)).body.totals
    await collector.post({ sentAt: LATER, events: [asked(1)] })
    expect(await read()).toMatchObject({ clicks: 0, orphan_searches: 1 })
    await collector.post({ sentAt: LATER, events: [chosen(1, SECOND, elsewhere)] })
    expect(await read()).toMatchObject({
      ctr: { rate: 1, n: 1 },
      clicks_by_enter: 1,
      clicks_by_click: 0,
      clicks_at: [0, 0, 0, 1],
      mrr: { rate: 0.25, n: 1 },
      click_after_median_ms: SECOND,
      exit: { rate: 0, n: 1 },
      orphan_searches: 0,
    })
  })

  test('takes a search for part of the session that it began', async () => {
    const totals = await totalsOf(asked(1), chosen(1, SECOND), opening(readerOf(2)))
    expect(totals).toMatchObject({ sessions_with_search: { rate: 0.5, n: 2 }, orphan_searches: 0 })
    const read = await readAll([asked(1), chosen(1, SECOND, { entry: 'search_enter' })], '&entry=search_enter')
    expect((await read()).totals).toMatchObject({ searches: 1, clicks: 1 })
  })

  test('counts a search on the day of the session that it began', async () => {
    const before = Date.UTC(2026, 2, 9, 23, 59, 59)
    const events = [asked(1, { ts: before }), chosen(1, 0, { ts: before + SECOND }), asked(2, { ts: before })]
    expect(await totalsOf(...events)).toMatchObject({ searches: 1, clicks: 1 })
  })

  test('takes typing on for the same search, by its last words', async () => {
    const typed = [asked(1, { query: 'in', results: 9 }), asked(1, { seq: 2, ts: NOON + SECOND, results: 0 })]
    const left = asked(1, { seq: 3, ts: NOON + 2 * SECOND, query: 'installs', trigger: 'leave' })
    expect(await totalsOf(...typed, left)).toMatchObject({ searches: 1, zero: 1, refined: { rate: 0, n: 1 } })
  })

  test.each([
    ['another within two minutes', 2 * MINUTE, 'remove', 1],
    ['another after that', 2 * MINUTE + 1, 'remove', 0],
    ['the same with other signs', SECOND, ' Install! ', 0],
  ])('takes a search that is followed by %s for refined or not', async (_, ms, query, refined) => {
    const next = asked(1, { seq: 3, ts: NOON + ms, query, queryId: idOf(2) })
    expect((await totalsOf(asked(1), next)).refined.rate).toBe(refined / 2)
    const between = opening({ ...readerOf(1), seq: 2, ts: NOON + 1 })
    expect((await totalsOf(asked(1), between, next)).refined.rate).toBe(0)
  })

  test.each([
    ['nothing', [], 1],
    ['a vote in time', [vote({ ...readerOf(1), seq: 2, ts: NOON + 5 * MINUTE - 1 })], 0],
    ['a vote too late', [vote({ ...readerOf(1), seq: 2, ts: NOON + 5 * MINUTE })], 1],
    ['an article, however late', [chosen(1, 20 * MINUTE)], 0],
  ])('takes a search followed by %s for the last thing done or not', async (_, events, exits) => {
    const totals = await totalsOf(asked(1, { results: 0 }), ...events)
    expect(totals).toMatchObject({ exit: { rate: exits, n: 1 }, exit_without_results: { rate: exits, n: 1 } })
    expect(totals.exit_with_results.n).toBe(0)
  })

  test('does not judge the exit of a search that can still be followed', async () => {
    const exitAt = async (now: number) => (await (await readAll([asked(1)], '', now))()).totals.exit
    expect(await exitAt(NOON + 5 * MINUTE - 1)).toEqual({ rate: null, n: 0 })
    expect(await exitAt(NOON + 5 * MINUTE)).toEqual({ rate: 1, n: 1 })
  })

  test('wants an article read and no call for help of a success', async () => {
    const open = chosen(1, SECOND)
    const after = { ...readerOf(1), sessionId: open.id }
    const reading = leave({ ...after, openId: open.id, seq: 3 })
    expect((await totalsOf(asked(1), open, reading)).success).toEqual({ rate: 1, n: 1 })
    expect((await totalsOf(asked(1), open)).success).toEqual({ rate: 0, n: 1 })
    expect((await totalsOf(asked(1), open, reading, contact({ ...after, seq: 4 }))).success.rate).toBe(0)
  })

  test('tells its success alone, too, in the slice that was asked for', async () => {
    const open = chosen(1, SECOND)
    const reading = leave({ ...readerOf(1), sessionId: open.id, openId: open.id, seq: 3 })
    const store = await storeOf(asked(1), open, reading, asked(2), asked(3, { locale: 'es' }))
    for (const [slice, n] of [
      [{}, 3],
      [{ locale: 'es' }, 1],
    ] as const) {
      const { definition, totals } = await readReport(store, 'searches', slice)
      expect(totals.success.n).toBe(n)
      expect(await searchSuccess(store, queryOf(slice))).toEqual({ definition, totals: { success: totals.success } })
    }
  })

  test('is no success when the reader went on searching, whatever was read in another tab', async () => {
    const elsewhere = chosen(1, 90 * SECOND, { tabId: readerOf(9).tabId, seq: 1 })
    const { id: openId, tabId, visitorId } = elsewhere
    const reading = leave({ tabId, visitorId, sessionId: openId, openId, seq: 2, ts: NOON + 2 * MINUTE })
    const next = asked(1, { seq: 2, ts: NOON + MINUTE, query: 'remove', queryId: idOf(2) })
    expect((await totalsOf(asked(1), elsewhere, reading)).success.rate).toBe(1)
    expect((await totalsOf(asked(1), elsewhere, reading, next)).success.rate).toBe(0)
  })

  test('names what a search was refined to most often', async () => {
    const next = (n: number, query: string) => asked(n, { seq: 2, ts: NOON + SECOND, query, queryId: idOf(n + 4) })
    const events = [1, 2, 3, 4].flatMap((n) => [asked(n), next(n, n === 1 ? 'bill' : 'remove')])
    const others = [5, 6].map((n) => asked(n, { query: 'bill', queryId: idOf(n + 10) }))
    const { rows } = await (await readAll([...events, ...others]))()
    expect(rows.find(({ query }: { query: string }) => query === 'install').refined_to).toBe('remove')
  })

  test('says so when it counts what was made up', async () => {
    expect((await (await readAll([asked(1, { synthetic: true })]))()).synthetic).toBe(true)
  })

  test('is a table too', async () => {
    const collector = await collect({ now: () => LATER })
    const events = [1, 2, 3].flatMap((n) => [asked(n), chosen(n, SECOND, { position: n })])
    await collector.post({ sentAt: LATER, events })
    const path = ['reports', 'searches']
    const request = new Request(`http://localhost/api/help/reports/searches?site=${SITE}&from=2026-03-10&format=csv`)
    const [head, row] = (await (await collector.handle(request, path)).text()).split('\r\n')
    const cells = Object.fromEntries(head!.split(',').map((name, i) => [name, row!.split(',')[i]]))
    expect(cells).toMatchObject({ query: 'install', searches: '3', ctr: '1', ctr_n: '3', clicks_at: '1 1 1' })
  })
})

describe('a search of fewer than three tabs', () => {
  const rare = [1, 2].map((n) => asked(n, { query: 'my name' }))
  const frequent = [3, 4, 5].map((n) => asked(n))

  test('is withheld, and counts in the totals', async () => {
    const read = await readAll([...rare, asked(1, { query: 'My name', queryId: idOf(6), seq: 2 }), ...frequent])
    const { rows, totals } = await read()
    expect(rows.map(({ query }: { query: string }) => query)).toEqual(['install'])
    expect(totals).toMatchObject({ searches: 6, withheld: { queries: 1, searches: 3 } })
    expect((await read('&k=4')).rows).toEqual([])
  })

  test('is not named as what another was refined to', async () => {
    const refined = [3, 4, 5].map((n) =>
      asked(n, { query: 'my name', queryId: idOf(n + 3), seq: 2, ts: NOON + SECOND }),
    )
    const rowOf = async (events: readonly HelpEvent[]) => (await (await readAll([...frequent, ...events]))()).rows[0]
    expect(await rowOf(refined.slice(0, 2))).toMatchObject({ refined: { rate: 2 / 3, n: 3 }, refined_to: '' })
    expect(await rowOf(refined)).toMatchObject({ refined: { rate: 1, n: 3 }, refined_to: 'my name' })
  })

  test.each(['sessions', 'articles', 'searches', 'gaps', 'suggestions', 'flow', 'live'])(
    'chooses as much of the report of %s as what nobody searched',
    async (name) => {
      const collector = await collect({ now: () => LATER })
      const opened = [1, 2].map((n) => chosen(n, SECOND))
      await collector.post({ sentAt: LATER, events: [...rare, ...opened, ...frequent] })
      const read = (query: string) =>
        collector.get(
          `reports/${name}?site=${SITE}&from=2026-03-10&to=2026-03-11&compare=before&query=${encodeURIComponent(query)}`,
        )
      expect((await read('my name')).body).toEqual((await read('nobody')).body)
      expect((await read('???')).body).toEqual((await read('nobody')).body)
    },
  )

  test('has no sessions to be named', async () => {
    const opened = [1, 2].map((n) => chosen(n, SECOND))
    const read = await readAll([...rare, ...opened, ...frequent, chosen(3, SECOND)], '&explain=rows')
    const { rows } = await read()
    expect(rows.map(({ sessions }: { sessions: string[] }) => sessions.length)).toEqual([1])
  })
})

test('a search that was left unfinished is no orphan any more once another tab has opened an article from it', async () => {
  const left = search({ trigger: 'leave', tabId: randomUUID() })
  const store = await storeOf(left)
  expect((await readReport(store, 'searches')).totals.orphan_searches).toBe(1)
  const id = randomUUID()
  const later = opening({ id, sessionId: id, tabId: randomUUID(), ts: left.ts + MINUTE, queryId: left.queryId })
  await store.append(rowsOf(later))
  expect((await readReport(store, 'searches')).totals.orphan_searches).toBe(0)
})
