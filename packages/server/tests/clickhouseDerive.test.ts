import { randomUUID } from 'node:crypto'
import type { HelpEvent } from '@helptally/core'
import { expect } from '@jest/globals'
import { createClickhouseStore } from '../src/store/clickhouse/clickhouseStore.js'
import type { Cluster } from '../src/store/clickhouse/servers/cluster.js'
import type { Store } from '../src/store/store.js'
import { testChdb } from './helpers/chdb.js'
import { chdbCluster } from './helpers/chdbCluster.js'
import { contacted, MINUTE, NOON, opening, rowsOf, search, vote } from './helpers/events.js'
import { afterTest, tempFolder } from './helpers/temp.js'

const DAY = 24 * 60 * MINUTE
const VISITOR = randomUUID()

async function storeOn(cluster: Cluster): Promise<Store> {
  const store = createClickhouseStore(cluster, await tempFolder(), { log: () => undefined, shipAfterMs: 3_600_000 })
  afterTest(() => store.close())
  return store
}

/** A session of the visitor in a tab of its own so many days later: an opening, and what else was done. */
function visit(days: number, ...others: readonly HelpEvent[]): HelpEvent[] {
  const of = { visitorId: VISITOR, tabId: randomUUID() }
  const ts = NOON + days * DAY
  const opened = opening({ ...of, ts, seq: 1 })
  const told = others.map(
    (event, i): HelpEvent => ({
      ...event,
      ...of,
      sessionId: opened.id,
      ts: ts + (i + 1) * MINUTE,
      seq: i + 2,
    }),
  )
  return [opened, ...told]
}

/** The cluster, and the events that were read of it one by one since this was asked for. */
function readingOf(cluster: Cluster): { cluster: Cluster; read: () => number } {
  let events = 0
  return {
    cluster: {
      ...cluster,
      async queryShard(shard, sql, params) {
        const rows = await cluster.queryShard<never>(shard, sql, params)
        if (/^select \* from events/.test(sql)) events += rows.length
        return rows
      },
    },
    read() {
      const found = events
      events = 0
      return found
    },
  }
}

const tell = async (store: Store, events: readonly HelpEvent[]): Promise<void> => {
  await store.append(rowsOf(...events))
  await store.query('select count(*) as n from sessions')
}

testChdb('of a visitor who comes every day the days around are read, and not the years', async () => {
  const { cluster, read } = readingOf(await chdbCluster())
  const store = await storeOn(cluster)
  await tell(store, Array.from({ length: 60 }, (_, day) => visit(day)).flat())
  read()
  await tell(store, visit(60, search()))
  expect(read()).toBeLessThan(8)
  expect(await store.query('select count(*) as n from sessions s where s.started_at is not null')).toEqual([{ n: 61 }])
})

testChdb('the last vote of a visitor on an article counts, however long before they voted otherwise', async () => {
  const store = await storeOn(await chdbCluster())
  const votes = () =>
    store.query('select v.value, v.is_last from votes v order by v."at"') as Promise<
      { value: number; is_last: boolean }[]
    >
  await tell(store, visit(0, vote({ value: 1 })))
  await tell(store, visit(100, vote({ value: -1 })))
  expect(await votes()).toEqual([
    { value: 1, is_last: false },
    { value: -1, is_last: true },
  ])
  // What was told on the way is told later.
  await tell(store, visit(50, vote({ value: 1 })))
  expect(await votes()).toEqual([
    { value: 1, is_last: false },
    { value: 1, is_last: false },
    { value: -1, is_last: true },
  ])
})

testChdb('a tab that stays open for weeks reaches as far as it goes', async () => {
  const store = await storeOn(await chdbCluster())
  const tabId = randomUUID()
  const of = { visitorId: VISITOR, tabId }
  const [early, late] = [opening({ ...of, ts: NOON, seq: 1 }), opening({ ...of, ts: NOON + 40 * DAY, seq: 2 })]
  await tell(store, [early])
  await tell(store, visit(20))
  await tell(store, [late])
  // In another tab, but within a day after the first opening of that tab.
  const asked = opening({ visitorId: VISITOR, tabId: randomUUID(), ts: NOON + 60 * MINUTE })
  const contact = contacted({
    visitorId: VISITOR,
    tabId: asked.tabId,
    sessionId: asked.id,
    ts: asked.ts + MINUTE,
    seq: 2,
  })
  await tell(store, [asked, contact])
  const opens = await store.query<{ at: number; contact_after: boolean }>(
    `select o."at" as "at", o.contact_after from opens o where o.tab_id = '${tabId}'::uuid order by o."at"`,
  )
  expect(opens).toEqual([
    { at: early.ts, contact_after: true },
    { at: late.ts, contact_after: false },
  ])
})
