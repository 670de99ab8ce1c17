import { visitsOf } from '@helptally/core'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toLine } from '../src/log/toLine.js'
import { dualView } from '../src/reports/dualView.js'
import { parseReportQuery, type ReportQuery } from '../src/reports/parseReportQuery.js'
import { readReport } from '../src/reports/readReport.js'
import { createDuckdbStore } from '../src/store/duckdb/duckdbStore.js'
import { MINUTE, NOON, opening, rowsOf } from './helpers/events.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const NOW = NOON + 72 * 60 * MINUTE

function queryOf(params: Record<string, string>): ReportQuery {
  const parsed = parseReportQuery({ site: 'docs', from: '2026-03-10', to: '2026-03-12', ...params }, NOW)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.query
}

const visitor = (n: number): string => `0198c000-0000-7000-8000-${String(n).padStart(12, '0')}`

test('half an hour without an article ends a visit when it is reached, whatever tabs they were in', async () => {
  const store = await tempStore()
  const seconds = [0, 1_799, 3_599, 5_398]
  const tabOf = (i: number) => visitor(10 + (i % 2))
  await store.append(rowsOf(...seconds.map((s, i) => opening({ ts: NOON + s * 1_000, seq: i + 1, tabId: tabOf(i) }))))
  expect((await dualView(store, queryOf({}))).totals.web_analytics_sessions).toBe(2)
})

test('a visit that began before the period is none of it, and one at midnight is of the day on which it began', async () => {
  const store = await tempStore()
  const midnight = NOON + 12 * 60 * MINUTE
  const at = [midnight - 10 * MINUTE, midnight + 10 * MINUTE, midnight + 40 * MINUTE]
  await store.append(rowsOf(...at.map((ts, i) => opening({ ts, seq: i + 1 }))))
  const { rows } = await dualView(store, queryOf({}))
  expect(rows.map((row) => row.web_analytics_sessions)).toEqual([1, 1])
  const later = await dualView(store, queryOf({ from: '2026-03-11', interval: 'hour' }))
  expect(later.totals.web_analytics_sessions).toBe(1)
  expect(later.rows[0]).toMatchObject({ start: '2026-03-11T00:00:00.000Z', web_analytics_sessions: 1 })
})

test('robots and tests are no visits, nor are other help centers', async () => {
  const store = await tempStore()
  const others = [
    toLine(opening(), NOON, NOON, { label: 'bot' }),
    toLine(opening(), NOON, NOON, { label: 'test' }),
    toLine(opening({ site: 'other' }), NOON, NOON),
  ]
  await store.append(others)
  expect((await dualView(store, queryOf({}))).totals).toEqual({ sessions: 0, web_analytics_sessions: 0 })
})

test('the statement finds the visits that the pure rule does, and the sessions that the report has', async () => {
  const view = fc.record({ who: fc.nat(2), tab: fc.nat(2), at: fc.nat(48 * 6).map((tens) => tens * 10) })
  await fc.assert(
    fc.asyncProperty(fc.array(view, { minLength: 1, maxLength: 60 }), async (views) => {
      const store = createDuckdbStore(await tempFolder())
      try {
        const events = views.map(({ who, tab, at }, i) =>
          opening({
            ts: NOON - 12 * 60 * MINUTE + at * MINUTE,
            seq: i + 1,
            tabId: visitor(10 + who * 3 + tab),
            visitorId: visitor(who),
          }),
        )
        await store.append(rowsOf(...events))
        const query = queryOf({ interval: 'hour', to: '2026-03-13' })
        const { rows, totals } = await dualView(store, query)
        const visits = visitsOf(events.map(({ visitorId, ts }) => ({ visitorId, at: ts })))
        const hourOf = (at: number) => new Date(at - (at % (60 * MINUTE))).toISOString()
        const expected = Map.groupBy(visits, ({ startedAt }) => hourOf(startedAt))
        const found = rows.filter((row) => row.web_analytics_sessions > 0)
        expect(found.map((row) => [row.start, row.web_analytics_sessions])).toEqual(
          [...expected].map(([start, those]) => [start, those.length]),
        )
        const report = await readReport(store, 'sessions', query, NOW)
        expect(totals.sessions).toBe(report.totals.sessions)
      } finally {
        await store.close()
      }
    }),
    { numRuns: 15 },
  )
}, 60_000)
