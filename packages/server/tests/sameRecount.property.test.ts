import { parseRules } from '@helptally/core/schema'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type RecountAsked, type RecountProgress, recountLog } from '../src/recount/recountLog.js'
import type { Store } from '../src/store/store.js'
import { busy, fill } from './helpers/busyStore.js'
import { chdb, describeChdb } from './helpers/chdb.js'
import { SITE } from './helpers/events.js'
import { withLies } from './helpers/lies.js'
import { END, START } from './helpers/readers.js'
import { tempStore } from './helpers/temp.js'

const DAY = 86_400_000
const DAYS = Math.ceil((END - START) / DAY) + 1
const PERIOD = {
  ...{ site: SITE, from: START, to: START + DAYS * DAY },
  starts: Array.from({ length: DAYS }, (_, day) => START + day * DAY),
}

/** Stores in which some pages lie. */
const lying = busy.chain((all) => withLies(all.events).map((events) => ({ ...all, events })))

/** What somebody who has the database may do to what is counted. */
const FAULTS = [
  "delete from sessions s where right(s.id::varchar, 1) in ('3', '7')",
  "update sessions set id = uuid() where right(id::varchar, 1) = '5'",
  "delete from conversation_sessions c where right(c.id::varchar, 1) in ('2', 'b')",
  "update conversation_sessions set id = uuid() where right(id::varchar, 1) = 'c'",
]

function rulesOf(minutes: number): NonNullable<RecountAsked['rules']> {
  const parsed = parseRules({ help: { idleMs: minutes * 60_000 }, web: { idleEnds: 'reached' } })
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.rules
}

const RUNS = Number(process.env.REPORT_RUNS ?? 3)

describeChdb('ClickHouse, 26.7 in process,', () => {
  test.each([
    ['one shard', 1],
    ['two shards', 2],
  ] as const)(
    'on %s is recounted as DuckDB is, where pages lie, rows are missing, and it was interrupted',
    async (_, shards) => {
      const store = await tempStore()
      const clickhouse = await chdb()
      await clickhouse.createTables(shards)
      const cases = fc.tuple(lying, fc.constantFrom(3, 50, 50_000), fc.integer({ min: 1, max: 15 }), fc.boolean())
      let differences = 0
      await fc.assert(
        fc.asyncProperty(cases, async ([all, eventsAtATime, minutes, isFaulty]) => {
          await store.forgetBefore(Number.MAX_SAFE_INTEGER)
          await fill(store, all)
          await store.queryFacts('select 1 as one')
          if (isFaulty) for (const fault of FAULTS) await store.query(fault)
          await clickhouse.copy(store)
          const there = clickhouse.answering(store)
          for (const rules of [null, rulesOf(minutes)]) {
            const asked = { ...PERIOD, rules }
            const recounted = async (of: Store) => {
              const reached: RecountProgress[] = []
              const onProgress = (progress: RecountProgress) => void reached.push(structuredClone(progress))
              return { found: await recountLog(of, asked, { eventsAtATime, onProgress }), reached }
            }
            const here = await recounted(store)
            differences += here.found.named.length + here.found.rollUp.length
            expect(await recounted(there)).toEqual(here)
            // On the other engine, even.
            const from = here.reached[Math.floor(here.reached.length / 2)]!
            expect(await recountLog(there, asked, { from })).toEqual(here.found)
          }
        }),
        { numRuns: RUNS, interruptAfterTimeLimit: 120_000 },
      )
      expect(differences).toBeGreaterThan(0)
    },
    240_000,
  )
})
