import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Address, type PageView, RANGES } from '@helptally/dashboard'
import { openStore, type ReportName, type Store, seedStore } from '@helptally/server'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sessionsBehind } from '../../src/dashboard/behind.js'
import { periodOf } from '../../src/dashboard/periodOf.js'
import { type Reading, readingOf } from '../../src/dashboard/reading.js'

const NOW = Date.parse('2026-11-26T12:00:00Z')

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'behind-'))
  store = openStore(`duckdb:${folder}`)
  await seedStore(store, { site: 'docs', days: 6, now: NOW, articles: ['install', 'idle', 'tabs', 'consent'] })
  // What is asked first folds the facts.
  await reading({}).read('articles')
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

function reading(address: Address): Reading {
  const slice = periodOf({ ...address, days: String(RANGES[0]) }, 'UTC', NOW)
  const view = { site: 'docs', timeZone: 'UTC', now: NOW, period: slice.period, address } as PageView
  return readingOf(view, slice, store, { reader: { sites: null } })
}

/** What a row of each report is called in an address. */
const ROWS: Partial<Record<ReportName, (row: Readonly<Record<string, unknown>>) => string>> = {
  articles: ({ article }) => String(article),
  article: ({ revision }) => String(revision),
  searches: ({ query }) => String(query),
  gaps: ({ query }) => String(query),
  suggestions: ({ list, algorithm }) => `${list}|${algorithm}`,
  flow: ({ from, to, via }) => `${from}|${to}|${via}`,
  outcomes: ({ start }) => String(start),
  deflection: ({ method, form }) => `${method}|${form}`,
}

describe.each(Object.keys(ROWS) as ReportName[])('behind a number of the report %s', (report) => {
  test('are the sessions that it names, the latest first', async () => {
    const of = report === 'article' ? { of: await firstArticle() } : {}
    const measure = report === 'outcomes' ? 'found' : 'rows'
    const about: Record<string, string> = of.of ? { article: of.of } : {}
    const { rows } = await reading(of).read(report, { explain: measure, limit: '200', ...about })
    const named = (rows as unknown as readonly Readonly<Record<string, unknown>>[])
      .map((row) => ({ row: ROWS[report]!(row), ids: (row.sessions_behind ?? row.sessions) as string[] }))
      .filter(({ ids }) => ids.length > 0)
    expect(named.length).toBeGreaterThan(0)
    for (const { row, ids } of named.slice(0, 3)) {
      const behind = await sessionsBehind(reading({ ...of, behind: `${report}.${measure}`, row }))
      expect(behind!.rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
      const starts = behind!.rows.map(({ started_at }) => started_at)
      expect(starts).toEqual(starts.toSorted().toReversed())
    }
  })
})

const firstArticle = async () => (await reading({}).read('articles')).rows[0]!.article

test.each([
  {},
  { behind: 'articles' },
  { behind: 'sessions.rows' },
  { behind: 'constructor.rows' },
  { behind: '.rows' },
  { behind: 'articles.cheese' },
])('an address that names no number has nothing behind it: %o', async (address) => {
  expect(await sessionsBehind(reading(address))).toBe(null)
})

test('a row that is not there has no sessions behind it', async () => {
  expect(await sessionsBehind(reading({ behind: 'articles.rows', row: 'nowhere' }))).toEqual({ of: 'help', rows: [] })
})
