import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Finding } from '../src/doctor/finding.js'
import { type AskedReplica, lookAtCluster } from '../src/doctor/lookAtCluster.js'
import { createClickhouseStore } from '../src/store/clickhouse/clickhouseStore.js'
import type { Cluster } from '../src/store/clickhouse/servers/cluster.js'
import { openStore } from '../src/store/openStore.js'
import { StoreUnavailable } from '../src/storeUnavailable.js'
import { describeChdb } from './helpers/chdb.js'
import { chdbCluster } from './helpers/chdbCluster.js'
import { clickhouseShim } from './helpers/clickhouseShim.js'
import { opening, rowsOf } from './helpers/events.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { afterTest, tempFolder } from './helpers/temp.js'

const quiet = { log: () => undefined, shipAfterMs: 3_600_000 }

/** A cluster whose tables were made, and the folder of the log in front of it. */
async function made(): Promise<{ cluster: Cluster; folder: string }> {
  const [cluster, folder] = [await chdbCluster(), await tempFolder()]
  const store = createClickhouseStore(cluster, folder, quiet)
  afterTest(() => store.close())
  await store.query('select 1 as one')
  // The helper puts settings behind each question, which this one has no place for: over the wire they go beside it.
  return { cluster: saying(cluster, 'check grant', () => [{ result: true }]), folder }
}

const replica = (alone: Cluster, address = 'http://h1:8123', shard = 0): AskedReplica => ({ address, shard, alone })

const look = (replicas: readonly AskedReplica[], folder: string, now: () => number = Date.now): Promise<Finding[]> =>
  lookAtCluster({ replicas, folder, now })

/** Answers some questions otherwise: what a server in trouble would say. */
function saying(cluster: Cluster, about: string, answer: () => object[]): Cluster {
  const query: Cluster['query'] = async <Row>(sql: string) =>
    sql.includes(about) ? (answer() as Row[]) : cluster.query<Row>(sql)
  return { ...cluster, query }
}

const partOf = (findings: readonly Finding[], part: string): Finding =>
  findings.find((finding) => finding.part.startsWith(part))!

const replication = { tables: 19, readonly: 0, expired: 0, delay_s: 0, queued: 0, replicas: 2, active: 2 }

function replicated(
  cluster: Cluster,
  own: Partial<typeof replication>,
  keeper: () => object[] = () => [{ nodes: 3 }],
): Cluster {
  return saying(
    saying(cluster, 'system.replicas', () => [{ ...replication, ...own }]),
    'system.zookeeper',
    keeper,
  )
}

describeChdb('helptally doctor of a ClickHouse store', () => {
  test('finds nothing wrong with one that works', async () => {
    const { cluster, folder } = await made()
    const findings = await look([replica(cluster)], folder)
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
    expect(findings.map(({ part }) => part)).toEqual([
      ...['Server', 'Version', 'Clock', 'Rights', 'Tables', 'Deduplication', 'Parts'].map(
        (part) => `${part} of http://h1:8123`,
      ),
      'Disk "default" of http://h1:8123',
      'Sessions',
      'Shipping',
      'Log',
    ])
  })

  test('makes nothing where nothing is', async () => {
    const [cluster, folder] = [await chdbCluster(), await tempFolder()]
    const findings = await look([replica(cluster)], join(folder, 'none'))
    expect(partOf(findings, 'Database')).toMatchObject({ ok: true, found: expect.stringContaining('empty') })
    expect(
      await cluster.query(`select count(*) as n from system.tables where database = '${cluster.database}'`),
    ).toEqual([{ n: 0 }])
  })

  test('says of each server whether it answers', async () => {
    const { cluster, folder } = await made()
    const refuse = async (): Promise<never> => {
      throw new StoreUnavailable('[helptally] ClickHouse at h2 does not answer.')
    }
    const findings = await look([replica(cluster), replica({ ...cluster, query: refuse }, 'http://h2:8123')], folder)
    expect(partOf(findings, 'Server of http://h1')).toMatchObject({ ok: true })
    expect(partOf(findings, 'Server of http://h2')).toMatchObject({
      ok: false,
      found: '[helptally] ClickHouse at h2 does not answer.',
      mend: expect.stringContaining('user and password'),
    })
    expect(findings.filter(({ part }) => part.includes('h2'))).toHaveLength(1)
  })

  test.each([
    ['no database', 'system.databases', [{ databases: 0 }], 'Database', /create database d/],
    ['no right to insert', 'check grant insert', [{ result: false }], 'Rights', /grant insert on d\w+\.\* to/],
    ['a newer version', 'from cluster_version', [{ version: 99 }], 'Tables', /Update @helptally/],
    [
      'too many parts',
      'system.parts',
      [{ name: 'events', partition: '202611', parts: 900 }],
      'Parts',
      /system\.merges/,
    ],
    ['a full disk', 'system.disks', [{ name: 'default', free: 1, total: 1e12 }], 'Disk "default"', /Make room/],
    ['a clock that is off', 'toUnixTimestamp(now())', [{ seconds: 1_000 }], 'Clock', /NTP/],
  ])('finds %s', async (_, about, answer, part, mend) => {
    const { cluster, folder } = await made()
    const findings = await look([replica(saying(cluster, about, () => answer))], folder)
    expect(partOf(findings, part)).toMatchObject({ ok: false, mend: expect.stringMatching(mend) })
    expect(findings.filter(({ ok }) => !ok)).toHaveLength(1)
  })

  test('finds tables that are missing, and those that would take a block in twice', async () => {
    const { cluster, folder } = await made()
    await cluster.command('alter table events modify setting non_replicated_deduplication_window = 0')
    expect(partOf(await look([replica(cluster)], folder), 'Deduplication')).toMatchObject({
      ok: false,
      found: 'events would take a block in twice.',
    })
    await cluster.command('drop table votes')
    expect(partOf(await look([replica(cluster)], folder), 'Tables')).toMatchObject({
      ok: false,
      found: 'votes are missing.',
    })
  })

  test.each([
    [{ active: 1 }, 'Replicas', '1 of 2 are active; this one is 0 s behind, with 0 tasks in its queue.'],
    [{ delay_s: 61, queued: 7 }, 'Replicas', '2 of 2 are active; this one is 61 s behind, with 7 tasks in its queue.'],
    [{ readonly: 3 }, 'Keeper', 'answers, but 3 tables can only be read.'],
    [{ expired: 1 }, 'Keeper', 'the session with it has run out.'],
  ])('of replicas that say %j, %s is wrong', async (own, part, found) => {
    const { cluster, folder } = await made()
    const findings = await look([replica(replicated(cluster, own))], folder)
    expect(findings.filter(({ ok }) => !ok)).toEqual([
      expect.objectContaining({ part: `${part} of http://h1:8123`, found }),
    ])
  })

  test('finds a keeper that does not answer', async () => {
    const { cluster, folder } = await made()
    const silent = (): never => {
      throw new Error('No keeper')
    }
    expect(partOf(await look([replica(replicated(cluster, {}, silent))], folder), 'Keeper')).toMatchObject({
      ok: false,
      found: 'No keeper',
    })
  })

  test('says what waits in the log, and what waits to be made into sessions', async () => {
    const { cluster, folder } = await made()
    const other = createClickhouseStore(cluster, await tempFolder(), quiet)
    afterTest(() => other.close())
    await other.append(rowsOf(opening()))
    await other.query('select count(*) as n from events')
    expect(partOf(await look([replica(cluster)], folder), 'Sessions')).toMatchObject({
      ok: true,
      found: expect.stringMatching(/^1 blocks of events wait to be made into sessions, since \d{4}-/),
    })
    await mkdir(join(folder, 'log'), { recursive: true })
    const segment = join(folder, 'log', 'x-1-000001.open')
    await writeFile(segment, 'x'.repeat(1_500_000))
    const since = Date.UTC(2026, 10, 1)
    await utimes(segment, since / 1_000, since / 1_000)
    expect(partOf(await look([replica(cluster)], folder, () => since + 11 * 60_000), 'Shipping')).toMatchObject({
      ok: false,
      found: expect.stringMatching(/^1\.5 MB wait in .*log, since 2026-11-01T00:00:00\.000Z\.$/),
    })
  })
})

describeChdb('helptally doctor over the wire', () => {
  test('finds nothing wrong with a store that works', async () => {
    const [{ port }, folder] = [await clickhouseShim(), await tempFolder()]
    const url = `clickhouse://127.0.0.1:${port}/default?folder=${folder}`
    const store = openStore(url, { log: () => undefined })
    await store.query('select 1 as one')
    await store.close()
    const { code, out } = await runInTerminal(['doctor', '--store', url, '--dir', folder])
    expect([code, out.match(/^WRONG.*/gm)]).toEqual([0, null])
    expect(out).toContain(`ok    Rights of http://127.0.0.1:${port}: the user may all that it has to.`)
  }, 240_000)
})

test('helptally doctor says that no server answers at an address', async () => {
  const folder = await tempFolder()
  const url = `clickhouse://user:secret@127.0.0.1:9/db?folder=${folder}`
  const { code, out } = await runInTerminal(['doctor', '--store', url, '--dir', folder])
  expect(code).toBe(1)
  expect(out).toMatch(/^WRONG Server of http:\/\/127\.0\.0\.1:9: \[helptally\] /m)
  expect(out).not.toContain('secret')
}, 60_000)
