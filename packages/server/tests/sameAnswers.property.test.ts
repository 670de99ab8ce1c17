import { CHANNELS } from '@helptally/core'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { anyImportedSql, knownViewsSql } from '../src/accessLog/views.sql.js'
import { createTabLookUp } from '../src/collector/tabLookUp.js'
import {
  conversationsById,
  conversationsMeanwhile,
  latestConversations,
} from '../src/conversations/conversationSessions.js'
import { explainConversationSession } from '../src/conversations/explainConversation.js'
import { gapHistory } from '../src/gapWork/gapHistory.js'
import { isKnownSql } from '../src/gapWork/gapWork.sql.js'
import { lookUp } from '../src/ledger/lookUp.js'
import { explainSession } from '../src/reports/explainSession.js'
import type { ReportQuery } from '../src/reports/parseReportQuery.js'
import { oldDays } from '../src/retention/oldDays.js'
import { removedSinceSql } from '../src/store/duckdb/removed.sql.js'
import type { Store } from '../src/store/store.js'
import { exportables } from '../src/transfer/exportables.js'
import { exportRows } from '../src/transfer/exportRows.js'
import { knownSql } from '../src/transfer/known.sql.js'
import { busy, fill, NOW, SITES } from './helpers/busyStore.js'
import { chdb, describeChdb } from './helpers/chdb.js'
import { randomQuery } from './helpers/randomQuery.js'
import { tempStore } from './helpers/temp.js'

/** What is asked of both engines, beside the store that the ids come from. */
type Ask = (store: Store, query: ReportQuery, known: Store) => Promise<unknown>

const STRANGER = '0198d000-0000-7000-8000-000000000001'
const MOST_AHEAD = 3
const EVER = { from: 0, to: NOW + 1, tz: 'UTC' }

/** Some of the ids of a column, the same ones for both engines, and one that nobody has. */
async function some(known: Store, column: string, table: string, { site, limit }: ReportQuery): Promise<string[]> {
  const rows = await known.query<{ id: string }>(
    `select distinct ${column}::varchar as id from ${table} t where t.site = $site and ${column} is not null order by id`,
    { site },
  )
  const every = Math.max(1, Math.floor(rows.length / (1 + (limit % 3))))
  return [...rows.filter((_, i) => i % every === limit % every).map(({ id }) => id), STRANGER]
}

const each = async <T>(ids: Promise<readonly string[]>, ask: (id: string) => Promise<T>): Promise<T[]> =>
  Promise.all((await ids).map(ask))

function exported(what: 'events' | 'sessions', format: 'ndjson' | 'csv' | 'rows'): Ask {
  return async (store, { site, period, limit }) => {
    const texts: string[] = []
    const write = async (text: string) => void texts.push(text)
    const told: string[] = []
    const onRows = (rows: number, all: number) => void told.push(`${rows} of ${all}`)
    const options = { format, write, onRows, pieceRows: 30 + (limit % 40) }
    const rows = await exportRows(store, exportables[what](NOW), { site, ...period }, options)
    return { rows, told, text: texts.join('') }
  }
}

/** A line each. */
const QUESTIONS: Readonly<Record<string, Ask>> = {
  'events as NDJSON': exported('events', 'ndjson'),
  'events as CSV': exported('events', 'csv'),
  'sessions as NDJSON': exported('sessions', 'ndjson'),
  'sessions for Parquet': exported('sessions', 'rows'),
  'events that an import has': async (store, query, known) => {
    const events = (await some(known, 'event_id', 'events', query)).sort()
    const rows = await store.query<{ what: string; id: string }>(knownSql, {
      ...{ events, first: events[0]!, last: events.at(-1)!, visitors: ['a'.repeat(64)], until: 0 },
    })
    return rows.map(({ what, id }) => `${what} ${id}`).sort()
  },
  'what became of an event': (store, query, known) =>
    each(some(known, 'event_id', 'ledger_events', query), (id) => lookUp(store, id, () => true)),
  'what became of a text': (store) => lookUp(store, 'no id at all', () => true),
  'a session explained': (store, query, known) =>
    each(some(known, 'id', 'sessions', query), (id) => explainSession(store, id, NOW)),
  'marks of tabs': async (store, query, known) => {
    const ask = createTabLookUp(store, MOST_AHEAD)
    return each(some(known, 'tab_id', 'events', query), ask)
  },
  'a conversation explained': (store, query, known) =>
    each(some(known, 'id', 'conversation_sessions', query), (id) => explainConversationSession(store, id, NOW)),
  'conversations by id': async (store, query, known) =>
    conversationsById(store, { site: query.site, ids: await some(known, 'id', 'conversation_sessions', query) }, NOW),
  'conversations meanwhile': (store, query, known) =>
    each(some(known, 'id', 'conversation_sessions', query), (id) => conversationsMeanwhile(store, id, NOW)),
  'latest conversations': async (store, query) =>
    Promise.all(
      Object.keys(CHANNELS).map((channel) =>
        latestConversations(
          store,
          { ...query, period: EVER, filters: { ...query.filters, channel } } as ReportQuery,
          NOW,
        ),
      ),
    ),
  'history of gaps': (store, { site, limit }) => gapHistory(store, site, 1 + (limit % 5)),
  'a query that is known': (store, { site, limit }) =>
    Promise.all(
      ['tabs', 'consent', 'nobody'].map((query) => store.queryFacts(isKnownSql, { site, query, k: 1 + (limit % 4) })),
    ),
  'days that are old': (store, { period, limit }) =>
    Promise.all([period.from, period.to, NOW + limit].map((before) => oldDays(store, before, period.tz))),
  'what was removed': (store) => store.query(removedSinceSql, { since: 0 }),
  'views that were imported': async (store, { site, period, limit }) => [
    await store.query(anyImportedSql),
    await store.query(knownViewsSql, {
      ...{ site, first: period.from, last: period.to, after: STRANGER, limit: 1 + limit },
    }),
  ],
}

const STORES = Number(process.env.REPORT_RUNS ?? 2)
const QUERIES_A_STORE = 1
/** A first store in which every question finds something. */
const FULL = 11

describeChdb('ClickHouse, 26.7 in process,', () => {
  test('tells of events, sessions and conversations what DuckDB tells', async () => {
    const seed = Number(process.env.REPORT_SEED ?? Date.now() % 1_000_000)
    const store = await tempStore()
    const clickhouse = await chdb()
    const there = clickhouse.answering(store)
    const queries = fc.sample(randomQuery, { seed: FULL, numRuns: QUERIES_A_STORE })
    queries.push(...fc.sample(randomQuery, { seed, numRuns: (STORES - 1) * QUERIES_A_STORE }))
    const stores = [...fc.sample(busy, { seed: FULL, numRuns: 1 }), ...fc.sample(busy, { seed, numRuns: STORES - 1 })]
    const empty = new Set(Object.keys(QUESTIONS))
    for (const [i, all] of stores.entries()) {
      await store.forgetBefore(Number.MAX_SAFE_INTEGER)
      await fill(store, all)
      await store.queryFacts('select 1 as one')
      // Some were imported, and some lack what came before.
      await store.query(`update events set imported = true where right(event_id::varchar, 1) in ('3', '4', '5')`)
      await store.query(`delete from events where right(event_id::varchar, 1) = '6'`)
      await clickhouse.copy(store)
      for (const [j, query] of queries.slice(i * QUERIES_A_STORE, (i + 1) * QUERIES_A_STORE).entries()) {
        const asked = { ...query, site: SITES[(i + j) % SITES.length]! }
        for (const [name, ask] of Object.entries(QUESTIONS)) {
          const asking = `${name} ${asked.site} ${JSON.stringify(asked.period)} ${asked.limit} REPORT_SEED=${seed}`
          const answer = await ask(there, asked, store).catch((error: Error) => error.message)
          const expected = await ask(store, asked, store)
          expect({ asking, answer }).toEqual({ asking, answer: expected })
          if (/\d/.test(JSON.stringify(expected))) empty.delete(name)
        }
      }
    }
    expect([...empty].filter((name) => !MAY_BE_EMPTY.has(name))).toEqual([])
  }, 240_000)
})

/** Where a store may have nothing to tell. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set([
  'what became of a text',
  'a query that is known',
  'history of gaps',
  'conversations meanwhile',
])
