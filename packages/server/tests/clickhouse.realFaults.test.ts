import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { uuidv7 } from '@helptally/core'
import { expect, test } from '@jest/globals'
import type { LogLine } from '../src/ledger/ledgerLine.js'
import { toLine } from '../src/log/toLine.js'
import { QUESTION_SETTINGS } from '../src/sql/clickhouse/settings.js'
import { createClickhouseStore } from '../src/store/clickhouse/clickhouseStore.js'
import type { Store } from '../src/store/store.js'
import { StoreUnavailable } from '../src/storeUnavailable.js'
import { clusterAt } from './helpers/clusterAt.js'
import { opening } from './helpers/events.js'
import { until } from './helpers/jobs.js'
import { describeOldClickhouse, oldClickhouse } from './helpers/oldClickhouse.js'
import { canMount, smallDisk } from './helpers/smallDisk.js'
import { afterTest, tempFolder } from './helpers/temp.js'

const HOUR_MS = 3_600_000
const MIB = 1024 * 1024
const AT_ONCE = 2_000
const MOST = 100_000
const AT = Date.UTC(2026, 8, 1)

async function storeAt(port: number, now = Date.now): Promise<Store> {
  const quiet = { log: () => undefined, now }
  const cluster = clusterAt(`clickhouse://127.0.0.1:${port}/default`, { ...quiet, querySettings: QUESTION_SETTINGS })
  const store = createClickhouseStore(cluster, await tempFolder(), { ...quiet, shipAfterMs: HOUR_MS })
  afterTest(() => store.close())
  return store
}

/** That many openings of sessions after so many others, of a visitor each. */
function openings(count: number, after: number): LogLine[] {
  return Array.from({ length: count }, (_, i) => {
    const ts = AT + (after + i) * 100
    const id = uuidv7(ts, (bytes) => crypto.getRandomValues(bytes))
    return toLine(opening({ id, sessionId: id, tabId: id, visitorId: crypto.randomUUID(), ts }), ts + 5, ts)
  })
}

async function numbersOf(store: Store) {
  const [events] = await store.query<{ n: number; ids: number; first: number; last: number }>(
    'select count(*) as n, count(distinct e.event_id) as ids, min(e."at") as first, max(e."at") as last from events e',
  )
  const [sessions] = await store.query<{ n: number }>('select count(*) as n from sessions s')
  const [ledger] = await store.query<{ accepted: number }>('select sum(l.accepted) as accepted from ledger l')
  return { ...events!, sessions: sessions!.n, accepted: ledger!.accepted }
}

const all = (count: number) => ({
  n: count,
  ids: count,
  first: AT,
  last: AT + (count - 1) * 100,
  sessions: count,
  accepted: count,
})

describeOldClickhouse('a real server', () => {
  const ifMountable = canMount ? test : test.skip

  ifMountable(
    'whose disk is full loses nothing, says so, and takes all that waits when there is room again',
    async () => {
      const disk = await smallDisk(6 * MIB)
      const { port } = await oldClickhouse({ folder: disk.folder })
      const store = await storeAt(port)
      let sent = 0
      let health = await store.health()
      expect(health).toMatchObject({ ready: true, reason: null })
      for (; health.ready && sent < MOST; sent += AT_ONCE) {
        await store.append(openings(AT_ONCE, sent))
        health = await store.health()
      }
      expect(health.reason).toMatch(
        /found its disk full \(.*\)\. Free space there.* lie in the log\. .* MiB of events wait/,
      )
      await expect(store.query('select count(*) as n from events e')).rejects.toThrow(StoreUnavailable)
      // Whoever reads meanwhile is counted, too.
      await store.append(openings(AT_ONCE, sent))
      sent += AT_ONCE
      disk.grow(256 * MIB)
      await until(
        () => store.health(),
        ({ ready }) => ready,
      )
      expect(await numbersOf(store)).toEqual(all(sent))
      expect(await readdir(join(store.folder, 'log'))).toEqual([])
    },
    120_000,
  )

  test.each([
    [HOUR_MS, 'behind'],
    [-HOUR_MS, 'ahead'],
  ])(
    'is told of when its clock is an hour off (%i ms), and what it takes keeps its times',
    async (ahead, where) => {
      const { port } = await oldClickhouse()
      const store = await storeAt(port, () => Date.now() + ahead)
      await store.append(openings(10, 0))
      expect(await numbersOf(store)).toEqual(all(10))
      const { ready, reason } = await store.health()
      expect(ready).toBe(true)
      expect(reason).toMatch(new RegExp(`found that one 3[56]\\d\\d s ${where}\\. .*NTP`))
    },
    60_000,
  )
})
