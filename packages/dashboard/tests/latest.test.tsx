import { expect, test } from '@jest/globals'
import { overview, tableOf } from './page.js'
import { liveReport, sessionRow } from './reports.js'

const rowsOf = (...rows: Parameters<typeof sessionRow>[0][]) =>
  tableOf(overview({ live: liveReport(rows.map((row) => sessionRow(row))) }), 'ht-sessions').slice(1)

test('a session shows when it started, its article, entry and way, length, articles, searches and why it ended', () => {
  expect(rowsOf({})).toEqual([
    ['10:00:00', 'instalar', 'Direct link from outside', '3 min 12 s', '2', '1', '5 min idle'],
  ])
})

test('an open session is marked live', () => {
  expect(rowsOf({ ended_at: null, end_reason: null })[0]!.at(-1)).toBe('live')
})

test('a session that ended early says by what', () => {
  expect(rowsOf({ end_reason: 'survey_answered' })[0]!.at(-1)).toBe('survey answered')
})

test('the idle time shown is the one that ended the session', () => {
  expect(rowsOf({ last_at: '2026-11-21T10:03:12.000Z', ended_at: '2026-11-22T10:03:12.000Z' })[0]!.at(-1)).toBe(
    '1 d idle',
  )
})

test('a session of another day shows its day', () => {
  expect(rowsOf({ started_at: '2026-11-21T10:00:00.000Z' })[0]![0]).toBe('21 Nov, 10:00')
})

test('days and hours are those of the site, not of the server', () => {
  const live = liveReport([sessionRow({ started_at: '2026-11-21T23:30:00.000Z' })])
  const html = overview({ live, view: { timeZone: 'Europe/Madrid' } })
  expect(tableOf(html, 'ht-sessions')[1]![0]).toBe('00:30:00')
})

test('each row leads to its timeline', () => {
  const id = '019ab000-0000-7000-8000-00000000beef'
  expect(overview({ live: liveReport([sessionRow({ id })]) })).toContain(`href="/insights/sessions/${id}"`)
})

test('without sessions it says so', () => {
  expect(overview()).toContain('No session started in this period.')
})
