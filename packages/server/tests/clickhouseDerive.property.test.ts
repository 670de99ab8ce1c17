import type { HelpEvent } from '@helptally/core'
import { expect } from '@jest/globals'
import fc from 'fast-check'
import { toLine } from '../src/log/toLine.js'
import { createClickhouseStore } from '../src/store/clickhouse/clickhouseStore.js'
import { DERIVED_TABLES } from '../src/store/clickhouse/tables/derivedTables.js'
import type { Store } from '../src/store/store.js'
import { testChdb } from './helpers/chdb.js'
import { chdbCluster } from './helpers/chdbCluster.js'
import { SITE } from './helpers/events.js'
import { readers } from './helpers/readers.js'
import { afterTest, tempFolder, tempStore } from './helpers/temp.js'

/** Events in any order, some of them twice, in batches that go to one of two instances; asked for in between, or not. */
const sent = (events: readonly HelpEvent[]) =>
  fc.record({
    order: fc.shuffledSubarray([...events], { minLength: events.length }),
    again: fc.subarray([...events]),
    deal: fc.array(fc.record({ size: fc.integer({ min: 1, max: 12 }), to: fc.nat(1), asked: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    }),
  })

const HOUR_MS = 3_600_000

/** The same events, with hours or weeks between a reader's tabs: what is derived looks at some days, and not at all. */
const spreadOut = (events: readonly HelpEvent[]) =>
  fc.array(fc.constantFrom(0, 0, 0, 12, 24, 25, 49, 75, 700), { minLength: 5, maxLength: 5 }).map((hours) => {
    const tabs = [...new Set(events.map(({ tabId }) => tabId))]
    return events.map((event) => {
      const later = hours[tabs.indexOf(event.tabId) % hours.length]! * HOUR_MS
      return { ...event, ts: event.ts + later, ...(event.activeAt !== null && { activeAt: event.activeAt + later }) }
    })
  })

/** Only what a row says: not when it was made. */
async function rowsOf(store: Store, table: string): Promise<string[]> {
  const rows = await store.queryFacts<Record<string, unknown>>(`select * from ${table}`)
  return rows.map(({ row_key, version, gone, ...row }) => JSON.stringify(Object.entries(row).map(plain).sort())).sort()
}

/** ClickHouse has no list that is missing. */
const plain = ([name, value]: [string, unknown]): [string, unknown] => [
  name,
  name === 'offered' ? (value ?? []) : value,
]

testChdb(
  'what is derived on a cluster is what a DuckDB store has, however the events came',
  async () => {
    const cluster = await chdbCluster()
    const quiet = { log: () => undefined, shipAfterMs: 3_600_000 }
    const instances: Store[] = []
    for (let i = 0; i < 2; i++) instances.push(createClickhouseStore(cluster, await tempFolder(), quiet))
    afterTest(async () => void (await Promise.all(instances.map((store) => store.close()))))
    await fc.assert(
      fc.asyncProperty(readers.chain(spreadOut).chain(sent), async ({ order, again, deal }) => {
        const [first] = instances
        await first!.query('select 1 as one')
        for (const { name } of [...DERIVED_TABLES, { name: 'events' }, { name: 'ledger' }, { name: 'ledger_events' }])
          await cluster.command(`truncate table ${name}`)
        const duckdb = await tempStore()
        const waiting = [...order, ...again]
        for (let i = 0; waiting.length > 0; i++) {
          const { size, to, asked } = deal[i % deal.length]!
          const lines = waiting.splice(0, size).map((event) => toLine(event, event.ts + i, event.ts))
          await duckdb.append(lines)
          await instances[to]!.append(lines)
          if (asked) await instances[to]!.query('select count(*) as n from sessions')
        }
        await instances[1]!.query('select 1 as one')
        for (const { name } of DERIVED_TABLES) {
          expect({ [name]: await rowsOf(first!, name) }).toEqual({ [name]: await rowsOf(duckdb, name) })
        }
        const ledger =
          'select sum(received)::bigint as received, sum(accepted)::bigint as accepted, sum(duplicate)::bigint as duplicate from ledger'
        expect(await first!.query(ledger)).toEqual(await duckdb.query(ledger))
        const events = `select count(*) as n from events where site = '${SITE}'`
        expect(await first!.query(events)).toEqual(await duckdb.query(events))
        await duckdb.close()
      }),
      { numRuns: Number(process.env.DERIVE_RUNS ?? 3), interruptAfterTimeLimit: 150_000 },
    )
  },
  240_000,
)
