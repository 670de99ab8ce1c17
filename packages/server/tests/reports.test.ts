import { randomUUID } from 'node:crypto'
import type { HelpEvent } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import { explainSession } from '../src/reports/explainSession.js'
import { parseReportQuery } from '../src/reports/parseReportQuery.js'
import { readReport } from '../src/reports/readReport.js'
import type { ReportName, Reports } from '../src/reports/shapes.js'
import type { Store } from '../src/store/store.js'
import { collect } from './helpers/collect.js'
import { leave, MINUTE, NOON, opening, progress, rowsOf, SITE, search, vital, vote } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

const DAY = { from: '2026-03-10', to: '2026-03-11' }

async function storeOf(...events: readonly HelpEvent[]): Promise<Store> {
  const store = await tempStore()
  await store.append(rowsOf(...events))
  return store
}

function read<N extends ReportName>(
  store: Store,
  name: N,
  params: Record<string, string> = DAY,
  now: number = NOON,
): Promise<Reports[N]> {
  const parsed = parseReportQuery({ site: SITE, ...params }, now)
  if (!parsed.ok) throw new Error(parsed.reason)
  return readReport(store, name, parsed.query, now)
}

describe('the sessions report', () => {
  test('answers zeros for a period without data', async () => {
    const { rows, totals, synthetic } = await read(await storeOf(), 'sessions', {
      from: '2026-01-01',
      to: '2026-01-04',
    })
    const zeros = { sessions: 0, article_click: 0, direct_link: 0, search_enter: 0 }
    expect(rows).toEqual(['01', '02', '03'].map((day) => ({ start: `2026-01-${day}T00:00:00.000Z`, ...zeros })))
    expect({ totals, synthetic }).toEqual({ totals: { ...zeros, orphan_searches: 0 }, synthetic: false })
  })

  test('counts sessions by entry on the interval of their start, half-open, of one site', async () => {
    const midnight = Date.UTC(2026, 2, 10)
    const store = await storeOf(
      opening({ ts: midnight - 1 }),
      opening({ ts: midnight }),
      opening({ ts: midnight + 3_600_000, entry: 'direct_link' }),
      opening({ ts: midnight + 86_400_000 - 1, entry: 'search_enter', synthetic: true }),
      opening({ ts: midnight + 86_400_000 }),
      opening({ ts: midnight, site: 'other' }),
    )
    const report = await read(store, 'sessions')
    const counts = { sessions: 3, article_click: 1, direct_link: 1, search_enter: 1 }
    expect(report).toMatchObject({
      definition: { id: 'sessions', version: 3, metrics: { sessions: { counts: expect.any(String) } } },
      site: SITE,
      interval: 'day',
      from: '2026-03-10T00:00:00.000Z',
      to: '2026-03-11T00:00:00.000Z',
      rows: [{ start: '2026-03-10T00:00:00.000Z', ...counts }],
      totals: counts,
      synthetic: true,
    })
  })

  test('leaves a session on the day of its start when it goes on after midnight', async () => {
    const late = opening({ ts: Date.UTC(2026, 2, 10, 23, 59) })
    const store = await storeOf(late, progress({ sessionId: late.id, ts: Date.UTC(2026, 2, 11, 0, 3) }))
    const { rows } = await read(store, 'sessions', { from: '2026-03-10', to: '2026-03-12' })
    expect(rows.map((row) => row.sessions)).toEqual([1, 0])
  })

  test('counts further articles of a session as no session', async () => {
    const first = opening()
    const store = await storeOf(
      first,
      opening({ sessionId: first.id, seq: 2 }),
      opening({ sessionId: first.id, seq: 3 }),
    )
    expect((await read(store, 'sessions')).totals.sessions).toBe(1)
  })

  test('counts a search that opened no article, in this tab or in another, as an orphan and not as a session', async () => {
    const led = search({ seq: 1 })
    const elsewhere = search({ seq: 1, tabId: randomUUID() })
    const first = opening({ seq: 2, queryId: led.queryId, ts: NOON + 30 * MINUTE })
    const store = await storeOf(
      led,
      first,
      elsewhere,
      opening({ seq: 4, queryId: elsewhere.queryId, ts: NOON + 30 * MINUTE }),
      search({ seq: 3, sessionId: first.id }),
      search({ seq: 5 }),
      search({ seq: 6, trigger: 'leave', results: 0 }),
    )
    expect((await read(store, 'sessions')).totals).toMatchObject({ sessions: 2, orphan_searches: 2 })
  })
})

describe('the live report', () => {
  test('counts a session as open at 4:59.999 and as ended at 5:00.000', async () => {
    const store = await storeOf(opening())
    const at = async (now: number) => {
      const { totals, rows } = await read(store, 'live', DAY, now)
      return { open: totals.open, ended_at: rows[0]!.ended_at, end_reason: rows[0]!.end_reason }
    }
    expect(await at(NOON + 5 * MINUTE - 1)).toEqual({ open: 1, ended_at: null, end_reason: null })
    expect(await at(NOON + 5 * MINUTE)).toEqual({ open: 0, ended_at: '2026-03-10T12:05:00.000Z', end_reason: 'idle' })
  })

  test('counts as open what started before the period, and by the rule of each channel', async () => {
    const store = await storeOf(
      opening({ ts: NOON - 1000 }),
      opening({ ts: NOON - 5 * MINUTE, channel: 'web' }),
      opening({ ts: NOON - 23 * 60 * MINUTE, channel: 'whatsapp' }),
      opening({ ts: NOON - 25 * 60 * MINUTE, channel: 'whatsapp' }),
      opening({ ts: NOON - 5 * MINUTE }),
    )
    const { totals, rows } = await read(store, 'live', { from: '2026-03-01', to: '2026-03-02' })
    expect({ open: totals.open, rows }).toEqual({ open: 3, rows: [] })
  })

  test('lists the latest sessions with what they were', async () => {
    const first = opening({
      ts: NOON - 20 * MINUTE,
      article: { id: 'tabs' },
      entry: 'search_enter',
      via: 'search_result',
    })
    const inside = { sessionId: first.id }
    const store = await storeOf(
      first,
      search({ ...inside, seq: 2, ts: first.ts + 10_000 }),
      vote({ ...inside, seq: 3, ts: first.ts + 90_000 }),
      opening({ ts: NOON - MINUTE }),
      opening({ ts: NOON - 2 * MINUTE }),
    )
    const { rows } = await read(store, 'live', { ...DAY, limit: '3' })
    expect(rows.map((row) => row.started_at)).toEqual([
      '2026-03-10T11:59:00.000Z',
      '2026-03-10T11:58:00.000Z',
      '2026-03-10T11:40:00.000Z',
    ])
    expect(rows[2]).toEqual({
      id: first.id,
      entry: 'search_enter',
      via: 'search_result',
      article: 'tabs',
      started_at: '2026-03-10T11:40:00.000Z',
      last_at: '2026-03-10T11:41:30.000Z',
      ended_at: '2026-03-10T11:46:30.000Z',
      end_reason: 'idle',
      duration_ms: 90_000,
      articles: 1,
      searches: 1,
      visitor_id: first.visitorId,
      synthetic: false,
    })
    expect((await read(store, 'live', { ...DAY, limit: '1' })).rows).toHaveLength(1)
  })
})

describe('the vitals report', () => {
  test('takes the value at the nearest rank, with hard and soft navigations apart', async () => {
    const values = [500, 100, 400, 300, 200]
    const store = await storeOf(
      ...values.map((value, i) => vital({ value, seq: i + 1 })),
      ...[10, 20, 30, 40].map((value, i) => vital({ value, navigation: 'soft', seq: i + 6 })),
      vital({ value: 0.125, metric: 'CLS', seq: 10 }),
      vital({ value: 7, article: null, seq: 11 }),
    )
    expect((await read(store, 'vitals')).rows).toMatchObject([
      { article: 'install', metric: 'CLS', navigation: 'hard', p75: 0.125, n: 1 },
      { article: 'install', metric: 'LCP', navigation: 'hard', p75: 400, n: 5 },
      { article: 'install', metric: 'LCP', navigation: 'soft', p75: 30, n: 4 },
    ])
  })

  test('rates each value by its limits: up to the first is good, above the second is poor', async () => {
    const limits = {
      LCP: [2500, 4000],
      INP: [200, 500],
      CLS: [0.1, 0.25],
      FCP: [1800, 3000],
      TTFB: [800, 1800],
    } as const
    const store = await storeOf(
      ...Object.entries(limits).flatMap(([metric, [good, poor]], i) =>
        [good, good + 0.01, poor, poor + 0.01].map((value, k) =>
          vital({ metric: metric as keyof typeof limits, value, seq: 4 * i + k + 1 }),
        ),
      ),
    )
    const { rows } = await read(store, 'vitals')
    const share = (rate: number) => ({ rate, n: 4 })
    expect(rows.map(({ metric }) => metric)).toEqual(Object.keys(limits).toSorted())
    for (const row of rows)
      expect(row).toMatchObject({ good: share(0.25), needs_improvement: share(0.5), poor: share(0.25) })
  })

  test('says what came of openings by their first paint, loads and navigations apart', async () => {
    const tab = () => ({ tabId: randomUUID(), visitorId: randomUUID() })
    const shown = (value: number, { soft = false, isRead = false } = {}) => {
      const open = opening(tab())
      const { tabId, visitorId, id: sessionId } = open
      const own = { tabId, visitorId, sessionId, openId: open.id }
      const navigation = soft ? 'soft' : 'hard'
      return [
        open,
        vital({ ...own, seq: 2, value, navigation }),
        vital({ ...own, seq: 3, value: 9_000, navigation }),
        vital({ ...own, seq: 4, value: 9_000, metric: 'FCP' }),
        ...(isRead ? [leave({ ...own, seq: 5 })] : []),
      ]
    }
    const store = await storeOf(
      ...shown(2500),
      ...shown(2500, { isRead: true }),
      ...shown(2501, { soft: true }),
      ...shown(4001),
      opening(tab()),
    )
    const share = (rate: number, n: number) => ({ rate, n })
    expect((await read(store, 'vitals')).speed).toEqual([
      { navigation: 'hard', speed: 'good', read: share(0.5, 2), quick_exit: share(0.5, 2) },
      { navigation: 'hard', speed: 'poor', read: share(0, 1), quick_exit: share(1, 1) },
      { navigation: 'soft', speed: 'needs_improvement', read: share(0, 1), quick_exit: share(1, 1) },
    ])
  })

  test('counts the last report of a metric, whatever order they came in', async () => {
    const report = { metric: 'INP', metricId: 'v5-1' } as const
    const store = await storeOf(vital({ ...report, seq: 9, value: 48 }), vital({ ...report, seq: 4, value: 300 }))
    expect((await read(store, 'vitals')).rows).toMatchObject([{ metric: 'INP', p75: 48, n: 1 }])
  })
})

describe('one session', () => {
  const first = opening({ seq: 1 })
  const second = opening({ seq: 4, ts: NOON + 12 * MINUTE, previousId: first.id })
  const events = [
    first,
    progress({ seq: 2, sessionId: first.id, ts: NOON + 2 * MINUTE }),
    vote({ seq: 3, sessionId: first.id, ts: NOON + 3 * MINUTE }),
    second,
  ]

  test('is explained from its events: the start, each gap, the end', async () => {
    const answer = await explainSession(await storeOf(...events), first.id, NOON + 60 * MINUTE)
    expect(answer).toMatchObject({
      id: first.id,
      start: { at: NOON, entry: 'article_click', via: 'home', article: { id: 'install' } },
      lastAt: NOON + 3 * MINUTE,
      end: { at: NOON + 8 * MINUTE, reason: 'idle' },
      longestGapMs: 2 * MINUTE,
      disagreements: [],
      truncated: false,
    })
    expect(answer!.steps.map(({ did, gapMs }) => [did, gapMs])).toEqual([
      ['started', 0],
      ['kept', 2 * MINUTE],
      ['kept', MINUTE],
    ])
  })

  test('leads to the one before it in the same tab, and is open until its idle time is over', async () => {
    const store = await storeOf(...events)
    expect(await explainSession(store, second.id, second.ts + 5 * MINUTE - 1)).toMatchObject({
      previousId: first.id,
      end: null,
    })
    expect((await explainSession(store, second.id, second.ts + 5 * MINUTE))!.end).toMatchObject({ reason: 'idle' })
  })

  test('that the recount finds to be part of another is explained as that one, with the disagreement', async () => {
    const wrong = opening({ seq: 2, ts: NOON + MINUTE })
    const answer = await explainSession(await storeOf(first, wrong), wrong.id, NOON + MINUTE)
    expect(answer).toMatchObject({ id: first.id, disagreements: [{ eventId: wrong.id, claimed: wrong.id }] })
  })

  test('of a page whose clock is wrong is open by the clock of the collector', async () => {
    const sentAt = NOON - 365 * 24 * 60 * MINUTE
    const event = opening({ ts: sentAt })
    const collector = await collect()
    await collector.post({ sentAt, events: [event] })
    expect((await collector.get(`sessions/${event.id}`)).body).toMatchObject({ id: event.id, end: null })
  })

  test('that is unknown is 404, and an id that is none is 400', async () => {
    const collector = await collect()
    expect((await collector.get(`sessions/${randomUUID()}`)).status).toBe(404)
    expect((await collector.get('sessions/seven')).status).toBe(400)
    expect(await explainSession(await tempStore(), 'seven', NOON)).toBeNull()
    await collector.events(...events)
    expect((await collector.get(`sessions/${events[1]!.id}`)).status).toBe(404)
  })
})
