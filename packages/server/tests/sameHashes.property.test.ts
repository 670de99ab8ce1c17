import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CANONICAL_VERSION } from '../src/statements/canonicalForm.js'
import { foundSql } from '../src/statements/compareDays.sql.js'
import { countDays, countOpenings } from '../src/statements/countDays.js'
import { latestSql, stateSql } from '../src/statements/counts.sql.js'
import { eventPages, eventsIn } from '../src/statements/eventPages.js'
import { hashDays, type Watch } from '../src/statements/hashDays.js'
import type { Store } from '../src/store/store.js'
import { chdb, describeChdb } from './helpers/chdb.js'
import { filled, seeds } from './helpers/seededEvents.js'
import { AFTER, FIRST_DAY, SECOND_DAY, THIRD_DAY } from './helpers/statements.js'
import { tempStore } from './helpers/temp.js'

const watch: Watch = { onDay: () => undefined, signal: new AbortController().signal }
const STARTS = [FIRST_DAY, SECOND_DAY, THIRD_DAY]

/** All that a statement says of a store, and what a verification asks it. */
async function statedBy(store: Store, site: string, most: number) {
  const of = { site, starts: STARTS, to: AFTER }
  const counts = await countDays(store, of)
  const days = STARTS.map((start, i) => ({ start, to: STARTS[i + 1] ?? AFTER, events: counts[i]!.events.stored }))
  const paging = { site, days, version: CANONICAL_VERSION, most }
  const events: object[] = []
  for await (const page of eventPages(store, paging))
    for (const event of eventsIn(page)) events.push({ start: page.start, ...event })
  const [state] = await store.query<{ events: number; mark: string }>(stateSql, { site, from: FIRST_DAY, to: AFTER })
  const ids = events.map((event) => (event as { id: string }).id)
  return {
    counts,
    openings: await countOpenings(store, of),
    hashes: await hashDays(store, paging, watch),
    events,
    stored: state!.events,
    latest: await store.query(latestSql),
    found: (await store.query<{ id: string }>(foundSql, { ids })).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

describeChdb('ClickHouse, 26.7 in process,', () => {
  test('hashes every event and every day as DuckDB does, to the byte', async () => {
    const store = await tempStore()
    const clickhouse = await chdb()
    await fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: 1, max: 5 }), async (all, most) => {
        const { site } = await filled(store, all)
        await clickhouse.copy(store)
        const there = clickhouse.answering(store)
        const here = await statedBy(store, site, most)
        expect(here.stored).toBeGreaterThan(0)
        expect(await statedBy(there, site, most)).toEqual(here)
      }),
      { numRuns: Number(process.env.REPORT_RUNS ?? 6), interruptAfterTimeLimit: 60_000 },
    )
  }, 90_000)

  test('has another mark of events when one of them is another', async () => {
    const store = await tempStore()
    const clickhouse = await chdb()
    const there = clickhouse.answering(store)
    const { site } = await filled(store, fc.sample(seeds, { seed: 9, numRuns: 1 })[0]!)
    await clickhouse.copy(store)
    const mark = async (of: Store) =>
      (await of.query<{ mark: string }>(stateSql, { site, from: FIRST_DAY, to: AFTER }))[0]!.mark
    const before = { here: await mark(store), there: await mark(there) }
    await store.query('update events set event_id = uuid() where site = $site and seq = 1', { site })
    await clickhouse.copy(store)
    expect(await mark(store)).not.toBe(before.here)
    expect(await mark(there)).not.toBe(before.there)
  })
})
