import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ReportQuery } from '../src/reports/parseReportQuery.js'
import { cannotExplain, isLacking, readReport } from '../src/reports/readReport.js'
import type { ReportName } from '../src/reports/shapes.js'
import type { Store } from '../src/store/store.js'
import { busy, fill, NOW } from './helpers/busyStore.js'
import { chdb, describeChdb } from './helpers/chdb.js'
import { randomQuery } from './helpers/randomQuery.js'
import { tempStore } from './helpers/temp.js'

type Ask = (store: Store, query: ReportQuery) => Promise<unknown>

/** A number that the report cannot explain is not asked for. */
function report(name: ReportName): Ask {
  return async (store, query) => {
    const explain = cannotExplain(name, query.explain) === null ? query.explain : ''
    const asked = { ...query, explain }
    return isLacking(name, asked) ?? readReport(store, name, asked, NOW)
  }
}

/** What both engines are asked, a line each. */
const QUESTIONS: Readonly<Record<string, Ask>> = {
  sessions: report('sessions'),
  outcomes: report('outcomes'),
  articles: report('articles'),
  flow: report('flow'),
  deflection: report('deflection'),
  vitals: report('vitals'),
  suggestions: report('suggestions'),
}

const STORES = Number(process.env.REPORT_RUNS ?? 4)
const QUERIES_A_STORE = 4

describeChdb('ClickHouse, 26.7 in process,', () => {
  test('answers every question as DuckDB does, to the digit', async () => {
    const seed = Number(process.env.REPORT_SEED ?? Date.now() % 1_000_000)
    const store = await tempStore()
    const clickhouse = await chdb()
    const there = clickhouse.answering(store)
    const queries = fc.sample(randomQuery, { seed, numRuns: STORES * QUERIES_A_STORE })
    for (const [i, all] of fc.sample(busy, { seed, numRuns: STORES }).entries()) {
      await store.forgetBefore(Number.MAX_SAFE_INTEGER)
      await fill(store, all)
      await clickhouse.copy(store)
      for (const query of queries.slice(i * QUERIES_A_STORE, (i + 1) * QUERIES_A_STORE)) {
        for (const [name, ask] of Object.entries(QUESTIONS)) {
          const { starts: _, ...asked } = query
          const asking = `${name} ${JSON.stringify(asked)} REPORT_SEED=${seed}`
          const answer = await ask(there, query).catch((error: Error) => error.message)
          expect({ asking, answer }).toEqual({ asking, answer: await ask(store, query) })
        }
      }
    }
  }, 240_000)
})
