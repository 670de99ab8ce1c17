import { randomUUID } from 'node:crypto'
import type { HelpEvent } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import { alertLetter } from '../src/alerts/alertLetter.js'
import { type Alerts, readAlerts } from '../src/alerts/readAlerts.js'
import { helpfulnessDrops, vitalRegressions, zeroResultSurge } from '../src/alerts/rules.js'
import { htmlOf } from '../src/letters/html.js'
import { markdownOf } from '../src/letters/markdown.js'
import { rateOf } from '../src/reports/rates.js'
import type { ArticleRow, SearchesReport, VitalsRow } from '../src/reports/shapes.js'
import { MINUTE, NOON, notFound, opening, SITE, search, vital, vote } from './helpers/events.js'
import { storeOf } from './helpers/reports.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { tempFolder } from './helpers/temp.js'

const DAY = 24 * 60 * MINUTE

describe('a surge of searches that find nothing', () => {
  const searches = (zero: number, known: number) =>
    ({ totals: { zero, known, zero_result: rateOf(zero, known) }, rows: [] }) as unknown as SearchesReport

  test.each([
    [30, 100, 10, 100, true],
    // Surely more than before, not surely so much more.
    [16, 100, 10, 100, false],
    [300, 2_000, 200, 2_000, true],
    [49, 49, 1, 100, false],
    [50, 50, 1, 100, true],
    // Nothing to compare with, and nothing that could grow from nothing.
    [30, 100, 0, 0, false],
    [30, 100, 0, 100, true],
    [0, 100, 0, 100, false],
    [1, 100, 0, 100, false],
  ])('%i of %i, before %i of %i: %p', (zero, known, zeroBefore, knownBefore, fires) => {
    const found = zeroResultSurge({ now: searches(zero, known), before: searches(zeroBefore, knownBefore) })
    expect(found !== null).toBe(fires)
  })
})

describe('a drop of helpfulness', () => {
  const article = (id: string, helpful: number, votes: number) =>
    ({ article: id, helpfulness: rateOf(helpful, votes) }) as unknown as ArticleRow

  test.each([
    [2, 10, 9, 10, true],
    [6, 10, 9, 10, false],
    [2, 9, 9, 10, false],
    [2, 10, 9, 9, false],
    [60, 100, 80, 100, true],
    [10, 10, 5, 10, false],
  ])('%i of %i, before %i of %i: %p', (helpful, votes, helpfulBefore, votesBefore, fires) => {
    const found = helpfulnessDrops({
      now: [article('a', helpful, votes), article('new', 0, 100)],
      before: [article('a', helpfulBefore, votesBefore)],
    })
    expect(found.map(({ article }) => article)).toEqual(fires ? ['a'] : [])
  })
})

describe('a vital that got worse', () => {
  const row = (p75: number, n: number, more: Partial<VitalsRow> = {}) =>
    ({ article: 'a', metric: 'LCP', navigation: 'hard', p75, n, ...more }) as VitalsRow

  test.each([
    [3_000, 75, 2_500, 75, true],
    [2_999, 75, 2_500, 75, false],
    // Still good.
    [2_500, 75, 1_000, 75, false],
    [3_000, 74, 2_500, 75, false],
    [3_000, 75, 2_500, 74, false],
  ])('p75 %i of %i, before %i of %i: %p', (p75, n, p75Before, nBefore, fires) => {
    expect(vitalRegressions({ now: [row(p75, n)], before: [row(p75Before, nBefore)] })).toHaveLength(fires ? 1 : 0)
  })

  test('is told apart by article, metric and navigation', () => {
    const before = [row(1_000, 100, { navigation: 'soft' }), row(1_000, 100, { article: 'b' })]
    expect(vitalRegressions({ now: [row(9_000, 100)], before })).toEqual([])
  })
})

/** Events of so many sessions, one a minute, each of a visitor and in a tab of its own. */
function visits(times: number, at: number, told: (own: object, i: number) => readonly HelpEvent[]): HelpEvent[] {
  return Array.from({ length: times }, (_, i) => {
    const id = randomUUID()
    const ts = at + i * MINUTE
    const own = { tabId: randomUUID(), visitorId: randomUUID(), sessionId: id }
    const events = told({ ...own, seq: 2, ts: ts + 1_000 }, i)
    return [opening({ ...own, id, ts, article: { id: 'install' } }), ...events]
  }).flat()
}

test('alerts are of the last days that are over, against four times as many before', async () => {
  const lost = (page: string, referrer: string) => (own: object) => [
    notFound({ ...own, id: randomUUID(), page, referrer }),
  ]
  const now = NOON
  const [lately, earlier, today] = [NOON - 2 * DAY, NOON - 9 * DAY, NOON - 60 * MINUTE]
  const events = [
    ...visits(3, lately, lost('/old', 'blog.example')),
    ...visits(2, lately, lost('/rare', 'blog.example')),
    ...visits(3, lately, lost('/known', 'blog.example')),
    ...visits(1, earlier, lost('/known', 'blog.example')),
    ...visits(1, earlier, lost('/old', 'other.example')),
    // Today is not over.
    ...visits(9, today, lost('/today', '')),
    ...visits(60, lately + 60 * MINUTE, (own) => [search({ ...own, id: randomUUID(), query: 'refund', results: 0 })]),
    ...visits(60, earlier + 60 * MINUTE, (own, i) => [
      search({ ...own, id: randomUUID(), query: 'refund', results: i % 6 === 0 ? 0 : 3 }),
    ]),
    ...visits(12, lately + 240 * MINUTE, (own) => [vote({ ...own, id: randomUUID(), value: -1 })]),
    ...visits(12, earlier + 240 * MINUTE, (own) => [vote({ ...own, id: randomUUID(), value: 1 })]),
    ...visits(80, lately + 480 * MINUTE, (own) => [vital({ ...own, id: randomUUID(), value: 4_000 })]),
    ...visits(80, earlier + 480 * MINUTE, (own) => [vital({ ...own, id: randomUUID(), value: 1_000 })]),
  ]
  const [first, ...others] = events
  const store = await storeOf(first!, ...others)
  const alerts = await readAlerts(store, { site: SITE, tz: 'UTC', days: 3, now })
  expect(alerts).toEqual({
    site: SITE,
    tz: 'UTC',
    from: '2026-03-07',
    to: '2026-03-10',
    zeroResultSurge: {
      now: { rate: 1, n: 60 },
      before: { rate: 1 / 6, n: 60 },
      queries: [{ query: 'refund', zero: 60, known: 60 }],
    },
    helpfulnessDrops: [
      {
        article: 'install',
        now: expect.objectContaining({ rate: 0, n: 12 }),
        before: expect.objectContaining({ rate: 1 }),
      },
    ],
    newNotFound: [{ page: '/old', referrer: 'blog.example', times: 3 }],
    vitalRegressions: [{ article: 'install', metric: 'LCP', navigation: 'hard', now: 4_000, before: 1_000 }],
  })
}, 60_000)

describe('a letter of alerts', () => {
  const none: Alerts = {
    site: 'docs',
    tz: 'UTC',
    from: '2026-03-03',
    to: '2026-03-10',
    zeroResultSurge: null,
    helpfulnessDrops: [],
    newNotFound: [],
    vitalRegressions: [],
  }
  const english = { locale: 'en', dashboard: '' } as const

  test('is none when no rule fired', () => {
    expect(alertLetter(none, english)).toBeNull()
  })

  test('names the rules that fired, and no others', () => {
    const letter = alertLetter(
      {
        ...none,
        newNotFound: [{ page: '/`x`', referrer: '<b>@all</b>', times: 4 }],
        vitalRegressions: [{ article: 'tabs', metric: 'CLS', navigation: 'soft', now: 0.31, before: 0.1 }],
      },
      { locale: 'en', dashboard: 'https://help.example/help-insights' },
    )!
    // Intl puts thin spaces around some dashes.
    expect(markdownOf(letter).replaceAll('\u2009', '')).toBe(
      [
        '# To look at in docs',
        '3–9 March 2026 in UTC, against four times as many days before.',
        '## New links to pages that are not there',
        'Fires when a page was not found 3 times, by links of a host that had not led there before.',
        "1. `/'x'`: 4 times, from \\<b\\>\\@all\\</b\\>",
        '## Articles that got slower',
        'Fires when the p75 of a web vital is no longer good, and at least 1.2 times that of before, of at least 75 page views in both.',
        '1. `tabs`: CLS, inside the app: 0.31, before 0.1',
        '[Open the dashboard](https://help.example/help-insights?from=2026-03-03&to=2026-03-09)',
        'The numbers are those of the reports, by the same definitions.',
      ].join('\n\n'),
    )
    expect(htmlOf(letter)).not.toMatch(/<b>|<table[^>]*>\s*<\/table>/)
  })

  test('speaks Spanish', () => {
    const alerts = { ...none, newNotFound: [{ page: '/x', referrer: '', times: 4 }] }
    const { title, lists } = alertLetter(alerts, { locale: 'es', dashboard: '' })!
    expect([title, lists[0]!.items[0]!.note]).toEqual([
      'Para mirar en docs',
      '4 veces, por enlaces que no dicen desde dónde',
    ])
  })
})

test('helptally alerts says nothing when no rule fires, and what it expected when it is not understood', async () => {
  const run = async (...args: readonly string[]) => {
    const store = `duckdb:${await tempFolder()}`
    const { code, out, error } = await runInTerminal(['alerts', '--store', store, '--site', 'docs', ...args])
    return { code, said: out + error }
  }
  expect(await run()).toEqual({ code: 0, said: '' })
  expect(await run('--days', '0')).toEqual({
    code: 2,
    said: expect.stringMatching(/--days: expected 1 to 90, got "0"/),
  })
  expect(await run('--lang', 'fr')).toEqual({ code: 2, said: expect.stringMatching(/--lang: expected en or es/) })
})
