import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ArticleOpen, type HelpEvent, uuidv7 } from '@helptally/core'
import { expect } from '@jest/globals'
import { toLine } from '../src/log/toLine.js'
import { isoOf } from '../src/reports/heading.js'
import { parseReportQuery } from '../src/reports/parseReportQuery.js'
import { readReport } from '../src/reports/readReport.js'
import { createClickhouseStore } from '../src/store/clickhouse/clickhouseStore.js'
import type { Cluster } from '../src/store/clickhouse/servers/cluster.js'
import { StoreUnavailable } from '../src/storeUnavailable.js'
import { testChdb } from './helpers/chdb.js'
import { chdbCluster } from './helpers/chdbCluster.js'
import { opening } from './helpers/events.js'
import { afterTest, tempFolder } from './helpers/temp.js'

const AT = 1_790_000_000_000

const quiet = { log: () => undefined, shipAfterMs: 3_600_000 }

async function storeOn(cluster: Cluster, folder?: string) {
  const store = createClickhouseStore(cluster, folder ?? (await tempFolder()), quiet)
  afterTest(() => store.close())
  return store
}

/** The opening of a session, dated so long after the others. */
function start(after = 0, own: Partial<ArticleOpen> = {}): HelpEvent {
  const id = uuidv7(AT + after, (bytes) => crypto.getRandomValues(bytes))
  return opening({ id, sessionId: id, ts: AT + after, ...own })
}

const lineOf = (event: HelpEvent, receivedAfter = 0) => toLine(event, event.ts + receivedAfter, event.ts)

const counts = 'select count(*) as n from'

async function numbersOf(store: Awaited<ReturnType<typeof storeOn>>) {
  const [events] = await store.query<{ n: number }>(`${counts} events`)
  const [sessions] = await store.query<{ n: number }>(`${counts} sessions`)
  const [ledger] = await store.query<Record<string, number>>(
    'select sum(received) as received, sum(accepted) as accepted, sum(duplicate) as duplicate from ledger',
  )
  return { events: events!.n, sessions: sessions!.n, ...ledger }
}

testChdb('what was acknowledged is asked for at once, and lies in the log no more', async () => {
  const folder = await tempFolder()
  const store = await storeOn(await chdbCluster(), folder)
  await store.append([lineOf(start()), lineOf(start(1_000))])
  expect(await numbersOf(store)).toEqual({ events: 2, sessions: 2, received: 2, accepted: 2, duplicate: 0 })
  expect(await readdir(join(folder, 'log'))).toEqual([])
})

testChdb('what a store has when it is closed is on the cluster', async () => {
  const cluster = await chdbCluster()
  const folder = await tempFolder()
  const command = createClickhouseStore(cluster, folder, quiet)
  await command.append([lineOf(start())])
  await command.close()
  expect(await readdir(join(folder, 'log'))).toEqual([])
  expect(await cluster.query(`${counts} events`)).toEqual([{ n: 1 }])
})

testChdb('an event that comes again, to whichever instance, counts once and stands in the ledger', async () => {
  const cluster = await chdbCluster()
  const [one, other] = [await storeOn(cluster), await storeOn(cluster)]
  const event = start()
  await one.append([lineOf(event), lineOf(event, 5)])
  await one.query(`${counts} events`)
  await other.append([lineOf(event, 9)])
  expect(await numbersOf(other)).toEqual({ events: 1, sessions: 1, received: 3, accepted: 1, duplicate: 2 })
})

testChdb('of an event that two instances take at once the first copy stays', async () => {
  const cluster = await chdbCluster()
  const apart = { ...cluster, query: async (sql: string) => (sql.includes('event_id in') ? [] : cluster.query(sql)) }
  const [one, other] = [await storeOn(cluster), await storeOn(apart as Cluster)]
  const event = start()
  await one.append([lineOf(event, 20)])
  await one.query(`${counts} events`)
  // It looks for the event before the other has shipped it.
  await other.append([lineOf(event, 10)])
  expect(await other.query(`${counts} events`)).toEqual([{ n: 2 }])
  expect(await numbersOf(one)).toMatchObject({ sessions: 1 })
  expect(await numbersOf(one)).toEqual({ events: 1, sessions: 1, received: 2, accepted: 1, duplicate: 1 })
  expect(await one.query('select received_at - ts as after from events')).toEqual([{ after: 10 }])
})

testChdb('what was derived without an event that a replica lacked is derived once more when it has it', async () => {
  const cluster = await chdbCluster()
  const [first, second] = [start(), start(1_000)]
  let isBehind = false
  const lagging: Cluster = {
    ...cluster,
    async queryReplica<Row>(shard: number, replica: number, sql: string) {
      if (isBehind && sql.includes('system.replicas')) return [{ lag: 1 }] as Row[]
      const rows = await cluster.queryReplica<Row>(shard, replica, sql)
      return isBehind ? rows.filter((row) => (row as { event_id?: string }).event_id !== first.id) : rows
    },
  }
  const store = await storeOn(lagging)
  await store.append([lineOf(first)])
  expect(await numbersOf(store)).toMatchObject({ sessions: 1 })
  isBehind = true
  await store.append([lineOf(second)])
  expect(await numbersOf(store)).toMatchObject({ events: 2, sessions: 1 })
  isBehind = false
  expect(await numbersOf(store)).toMatchObject({ events: 2, sessions: 2 })
})

testChdb.each(['events', 'touched', 'ledger'])(
  'an answer lost after %s were taken in doubles nothing',
  async (table) => {
    const cluster = await chdbCluster()
    let lost = false
    const deaf: Cluster = {
      ...cluster,
      async insert(shard, block) {
        await cluster.insert(shard, block)
        if (block.table !== table || lost) return
        lost = true
        throw new StoreUnavailable('The answer was lost')
      },
    }
    const folder = await tempFolder()
    const first = createClickhouseStore(deaf, folder, quiet)
    await first.append([lineOf(start()), lineOf(start(1_000))])
    await expect(first.query(`${counts} events`)).rejects.toThrow('The answer was lost')
    await first.close()
    const next = await storeOn(cluster, folder)
    expect(await numbersOf(next)).toEqual({ events: 2, sessions: 2, received: 2, accepted: 2, duplicate: 0 })
  },
)

testChdb('a line that no disk should have costs no other line, and a dead process loses nothing', async () => {
  const folder = await tempFolder()
  await mkdir(join(folder, 'log'))
  const lines = [lineOf(start()), lineOf(start(1_000))].map((line) => JSON.stringify(line))
  // No process has so high a pid.
  await writeFile(
    join(folder, 'log', 'dead-99999999-000001.open'),
    [lines[0], '{"event_id": tr', lines[1], ''].join('\n'),
  )
  const store = await storeOn(await chdbCluster(), folder)
  expect(await numbersOf(store)).toMatchObject({ events: 2, sessions: 2, received: 2 })
  expect(await readdir(join(folder, 'log'))).toEqual(['dead-99999999-000001.jsonl.damaged'])
})

testChdb(
  'more visitors than one statement can name are shipped, derived and known again',
  async () => {
    const store = await storeOn(await chdbCluster())
    const visitors = 7_000
    const lines = Array.from({ length: visitors }, (_, i) => {
      const event = start(i)
      return lineOf({ ...event, visitorId: event.id, tabId: event.id })
    })
    await store.append(lines)
    await store.query(`${counts} sessions`)
    await store.append(lines)
    const [received, accepted, duplicate] = [2 * visitors, visitors, visitors]
    expect(await numbersOf(store)).toEqual({ events: visitors, sessions: visitors, received, accepted, duplicate })
  },
  240_000,
)

testChdb(
  'the statements of a report are of one moment: the cluster is asked once what there is to catch up',
  async () => {
    const cluster = await chdbCluster()
    let lookedFor = 0
    const counting: Cluster = {
      ...cluster,
      queryShard: (shard, sql, params) => {
        if (/from touched t where/.test(sql)) lookedFor++
        return cluster.queryShard(shard, sql, params)
      },
    }
    const store = await storeOn(counting)
    await store.append([lineOf(start())])
    await store.query(`${counts} sessions`)
    const parsed = parseReportQuery({ site: 'docs', from: isoOf(AT - 1_000), to: isoOf(AT + 1_000) }, AT)
    if (!parsed.ok) throw new Error(parsed.reason)
    const sessions = async () => (await readReport(store, 'sessions', parsed.query, AT)).totals.sessions
    lookedFor = 0
    expect(await sessions()).toBe(1)
    expect(lookedFor).toBe(1)
    await store.append([lineOf(start())])
    expect(await sessions()).toBe(2)
  },
)
