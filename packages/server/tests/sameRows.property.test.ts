import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { newNotFoundSql } from '../src/alerts/newNotFound.sql.js'
import { annotationsOf } from '../src/annotations/annotationsOf.js'
import { dualView } from '../src/reports/dualView.js'
import { hideRareQuery } from '../src/reports/hideRareQuery.js'
import type { ReportQuery } from '../src/reports/parseReportQuery.js'
import { cannotExplain, isLacking, readReport } from '../src/reports/readReport.js'
import { searchSuccess } from '../src/reports/searchSuccess.js'
import { sessionsById } from '../src/reports/sessionsById.js'
import { sessionsMeanwhile } from '../src/reports/sessionsMeanwhile.js'
import type { ReportName } from '../src/reports/shapes.js'
import { sitesOf, sitesOfVisitor } from '../src/reports/sites.js'
import { seedStore } from '../src/seed/seedStore.js'
import type { Store } from '../src/store/store.js'
import { busy, fill, NOW } from './helpers/busyStore.js'
import { chdb, describeChdb } from './helpers/chdb.js'
import { SITE } from './helpers/events.js'
import { MEASURES, randomQuery } from './helpers/randomQuery.js'
import { START } from './helpers/readers.js'
import { queryOf } from './helpers/reports.js'
import { tempStore } from './helpers/temp.js'

/** Ids that both engines are asked about: those of sessions, in no order. */
async function idsOf(store: Store, { site, starts }: ReportQuery): Promise<string[]> {
  const found = await store.query<{ id: string }>('select s.id::varchar as id from sessions s where s.site = $site', {
    site,
  })
  return found
    .map(({ id }) => id)
    .sort()
    .slice(0, 3 + (starts.length % 20))
}

type Ask = (store: Store, query: ReportQuery) => Promise<unknown>

/** With the sessions behind one of its numbers, or none. */
function report(name: ReportName): Ask {
  const known = MEASURES.filter((measure) => cannotExplain(name, measure) === null)
  return async (store, query) => {
    const explain = known[MEASURES.indexOf(query.explain) % (known.length + 1)] ?? ''
    const asked = { ...query, explain }
    return isLacking(name, asked) ?? readReport(store, name, asked, NOW)
  }
}

/** What both engines are asked, a line each. */
const QUESTIONS: Readonly<Record<string, Ask>> = {
  sessions: report('sessions'),
  'dual view': dualView,
  'sessions by id': async (store, query) =>
    sessionsById(store, { site: query.site, ids: await idsOf(store, query) }, NOW),
  'sessions meanwhile': async (store, query) =>
    Promise.all((await idsOf(store, query)).map((id) => sessionsMeanwhile(store, id, NOW))),
  channels: report('channels'),
  ledger: report('ledger'),
  sites: sitesOf,
  'sites of a visitor': async (store) => {
    const visitors = [0xa0, 0xa1, 0xb1].map((nth) => `0198c000-0000-7000-8000-${nth.toString(16).padStart(12, '0')}`)
    return Promise.all(visitors.map(async (visitor) => (await sitesOfVisitor(store, visitor)).sort()))
  },
  outcomes: report('outcomes'),
  articles: report('articles'),
  flow: report('flow'),
  deflection: report('deflection'),
  vitals: report('vitals'),
  suggestions: report('suggestions'),
  searches: report('searches'),
  article: report('article'),
  gaps: report('gaps'),
  live: report('live'),
  'search success': async (store, query) => searchSuccess(store, await hideRareQuery(store, query)),
  'pages not found lately': (store, { site, period: { from, to }, limit, k }) =>
    store.query(newNotFoundSql, { site, before: START, from: (START + from) / 2, to, fewest: k - 2, limit }),
  annotations: (store, { site, period, filters: { article } }) => annotationsOf(store, { site, period, article }),
}

const STORES = Number(process.env.REPORT_RUNS ?? 4)
const QUERIES_A_STORE = 3
/** After so long no further store is made. */
const ENOUGH_MS = 90_000

describeChdb('ClickHouse, 26.7 in process,', () => {
  test('answers every question as DuckDB does, to the digit', async () => {
    const seed = Number(process.env.REPORT_SEED ?? Date.now() % 1_000_000)
    const { store, there, copy } = await bothEngines()
    const queries = fc.sample(randomQuery, { seed, numRuns: STORES * QUERIES_A_STORE })
    const startedAt = Date.now()
    for (const [i, all] of fc.sample(busy, { seed, numRuns: STORES }).entries()) {
      if (Date.now() - startedAt > ENOUGH_MS) break
      await store.forgetBefore(Number.MAX_SAFE_INTEGER)
      await fill(store, all)
      await copy()
      for (const query of queries.slice(i * QUERIES_A_STORE, (i + 1) * QUERIES_A_STORE)) {
        for (const name of Object.keys(QUESTIONS)) await sameAnswer({ name, query, store, there, seed })
      }
    }
  }, 240_000)

  test('answers as DuckDB does of more readers than are looked at one by one', async () => {
    const { store, there, copy } = await bothEngines()
    await seedStore(store, { site: SITE, now: NOW, days: 7, articles: ['install', 'tabs', 'consent', 'billing'] })
    await copy()
    const params = { from: '2026-03-28', to: '2026-04-05', tz: 'Europe/Madrid', explain: 'rows' }
    for (const filters of [{ article: '' }, { article: 'tabs' }]) {
      const query = queryOf({ ...params, ...filters }, NOW)
      for (const name of Object.keys(QUESTIONS)) await sameAnswer({ name, query, store, there })
    }
  }, 240_000)
})

async function bothEngines() {
  const store = await tempStore()
  const clickhouse = await chdb()
  return { store, there: clickhouse.answering(store), copy: () => clickhouse.copy(store) }
}

interface Asked {
  readonly name: string
  readonly query: ReportQuery
  readonly store: Store
  readonly there: Store
  readonly seed?: number
}

async function sameAnswer({ name, query, store, there, seed }: Asked): Promise<void> {
  const ask = QUESTIONS[name]!
  const { starts: _, ...asked } = query
  const asking = `${name} ${JSON.stringify(asked)} REPORT_SEED=${seed}`
  const answer = await ask(there, query).catch((error: Error) => error.message)
  expect({ asking, answer }).toEqual({ asking, answer: await ask(store, query) })
}
