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
import { describeChdb } from './helpers/chdb.js'
import { clickhouseShim } from './helpers/clickhouseShim.js'
import { clusterAt } from './helpers/clusterAt.js'
import { opening } from './helpers/events.js'
import { until } from './helpers/jobs.js'
import { describeOldClickhouse, oldClickhouse } from './helpers/oldClickhouse.js'
import { canMount, smallDisk } from './helpers/smallDisk.js'
import { afterTest, tempFolder } from './helpers/temp.js'

const HOUR_MS = 3_600_000
const MIB = 1024 * 1024
const AT_ONCE = 500
const VISITORS = Array.from({ length: 20 }, () => crypto.randomUUID())
const AT = Date.UTC(2026, 8, 1)

async function storeAt(port: number, now = Date.now): Promise<Store> {
  const quiet = { log: () => undefined, now }
  const cluster = clusterAt(`clickhouse://127.0.0.1:${port}/default`, {
    ...quiet,
    querySettings: QUESTION_SETTINGS,
    giveUpAfterMs: 1_000,
  })
  const store = createClickhouseStore(cluster, await tempFolder(), { ...quiet, shipAfterMs: HOUR_MS })
  afterTest(() => store.close())
  return store
}

/** That many openings of sessions after so many others, each in a tab of its own. */
function openings(count: number, after: number): LogLine[] {
  return Array.from({ length: count }, (_, i) => {
    const ts = AT + (after + i) * 100
    const id = uuidv7(ts, (bytes) => crypto.getRandomValues(bytes))
    return toLine(opening({ id, sessionId: id, tabId: id, visitorId: VISITORS[i % VISITORS.length]!, ts }), ts + 5, ts)
  })
}

/** Asks for sessions first: for them, whatever an old server without copies took in twice is taken out again. */
async function numbersOf(store: Store) {
  const [sessions] = await store.query<{ n: number }>('select count(*) as n from sessions s')
  const [events] = await store.query<{ n: number; ids: number; first: number; last: number }>(
    'select count(*) as n, count(distinct e.event_id) as ids, min(e."at") as first, max(e."at") as last from events e',
  )
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

const ifMountable = canMount ? test : test.skip

async function outOfRoom(start: (folder: string) => Promise<{ port: number }>): Promise<void> {
  const disk = await smallDisk(256 * MIB)
  const { port } = await start(disk.folder)
  const store = await storeAt(port)
  await store.append(openings(AT_ONCE, 0))
  expect(await store.health()).toMatchObject({ ready: true, reason: null })
  disk.fill()
  await store.append(openings(AT_ONCE, AT_ONCE))
  const { ready, reason } = await store.health()
  expect(ready).toBe(false)
  expect(reason).toMatch(/found its disk full \(.*\)\. Free space there.* lie in the log\. .* MiB of events wait/)
  await expect(store.query('select count(*) as n from events e')).rejects.toThrow(StoreUnavailable)
  // Whoever reads meanwhile is counted, too.
  await store.append(openings(AT_ONCE, 2 * AT_ONCE))
  disk.makeRoom()
  await until(
    () => store.health(),
    (health) => health.ready,
  )
  expect(await numbersOf(store)).toEqual(all(3 * AT_ONCE))
  expect(await readdir(join(store.folder, 'log'))).toEqual([])
}

describeChdb("a new server's engine", () => {
  ifMountable(
    'whose disk is full keeps nobody from counting',
    () => outOfRoom((folder) => clickhouseShim({ folder })),
    120_000,
  )
})

describeOldClickhouse('a real server of an old version', () => {
  ifMountable(
    'whose disk is full keeps nobody from counting',
    () => outOfRoom((folder) => oldClickhouse({ folder })),
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
