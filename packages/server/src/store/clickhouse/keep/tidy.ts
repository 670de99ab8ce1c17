import { KEEP_REJECTED_MS } from '../../../ledger/settle.js'
import { ERASED_FOR_MS } from '../../duckdb/eraseVisitor.js'
import type { Cluster } from '../servers/cluster.js'
import { deleteRows } from '../tables/deleteRows.js'
import { DERIVED_TABLES } from '../tables/derivedTables.js'
import { ownName } from '../tables/tables.js'

const DAY_MS = 86_400_000

/** For how long it is known who was touched by which block. Nothing is sent again so late. */
const KEEP_TOUCHED_DAYS = 28

/** Leases of one name that stay: the last one counts. */
const KEEP_LEASES = 100

/** What is older than a month before the moment from which on everything stays has no part in what stays. */
const SURE_DAYS = 31

/** Removes what a cluster keeps for a time only. `now`: epoch ms. May be cut short anywhere, and done again. */
export async function tidy(cluster: Cluster, now: number): Promise<void> {
  await deleteOld(cluster, 'erased', `erased_at <= ${now - ERASED_FOR_MS}`)
  await deleteOld(cluster, 'ledger_events', `received_at < ${now - KEEP_REJECTED_MS}`)
  await deleteOldLeases(cluster)
  for (let shard = 0; shard < cluster.shards; shard++) await dropBookkeeping(cluster, shard)
}

/**
 * Drops the months from which everything went that was older than `before` (epoch ms): a server takes long to put together
 * what is left of a part, and gives a partition's room back at once.
 */
export async function dropEmptyMonths(cluster: Cluster, before: number): Promise<void> {
  const last = monthOf(Math.min(before - SURE_DAYS * DAY_MS, Date.now()))
  const tables = [
    { name: 'events', of: 'events', month: 'toYYYYMM(day)' },
    { name: 'ties', of: 'events', month: 'toYYYYMM(day)' },
    ...DERIVED_TABLES.map(({ name, at }) => ({ name, of: name, month: ofMoment(at) })),
  ]
  for (let shard = 0; shard < cluster.shards; shard++) {
    for (const { name, of, month } of tables) {
      const old = (await partitionsOf(cluster, shard, name)).filter(
        (partition) => partition < last && partition > EPOCH,
      )
      if (old.length === 0) continue
      const sql = `select distinct toString(${month}) as month from ${ownName(cluster, of)} where ${month} in (${old.join(',')})`
      const used = new Set((await cluster.queryShard<{ month: string }>(shard, sql)).map((row) => row.month))
      for (const partition of old) if (!used.has(partition)) await drop(cluster, shard, name, partition)
    }
  }
}

/** Where those lie of which no time is known. */
const EPOCH = '197001'

const monthOf = (moment: number): string => new Date(moment).toISOString().slice(0, 7).replace('-', '')

const ofMoment = (at: string): string => `toYYYYMM(toDateTime(intDiv(ifNull(${at}, 0), 1000), 'UTC'))`

/** Nothing is asked of a server that has nothing to do: each deletion rewrites something. */
async function deleteOld(cluster: Cluster, table: string, where: string): Promise<void> {
  const [found] = await cluster.queryShard<{ rows: number }>(0, `select count(*) as rows from ${table} where ${where}`)
  if (found!.rows > 0) await deleteRows(cluster, { table, where })
}

async function deleteOldLeases(cluster: Cluster): Promise<void> {
  const sql = 'select name, max(epoch) as epoch, count(*) as leases from leases group by name'
  for (const { name, epoch, leases } of await cluster.queryShard<{ name: string; epoch: number; leases: number }>(
    0,
    sql,
  )) {
    if (leases <= 2 * KEEP_LEASES) continue
    await deleteRows(cluster, { table: 'leases', where: `name = '${name}' and epoch < ${epoch - KEEP_LEASES}` })
  }
}

/**
 * Whole weeks of what was touched and derived long ago, first the touches: one whose derivation nobody remembers would be
 * derived again.
 */
async function dropBookkeeping(cluster: Cluster, shard: number): Promise<void> {
  const [touched, derived] = [ownName(cluster, 'touched'), ownName(cluster, 'derived')]
  const [pending] = await cluster.queryShard<{ since: string | null }>(
    shard,
    `select toString(toMonday(least(today() - ${KEEP_TOUCHED_DAYS}, min(toDate(t.told_at))))) as since from ${touched} t ` +
      `where t.block not in (select d.block from ${derived} d) having count(*) > 0`,
  )
  const [kept] = await cluster.queryShard<{ since: string }>(
    shard,
    `select toString(toMonday(today() - ${KEEP_TOUCHED_DAYS})) as since`,
  )
  const since = pending?.since ?? kept!.since
  for (const table of ['touched', 'derived']) {
    for (const week of await partitionsOf(cluster, shard, table)) {
      if (week < since && week > UNDATED) await drop(cluster, shard, table, `'${week}'`)
    }
  }
}

/** Servers before 22 put no time in where none is told. */
const UNDATED = '1971'

const partitionsOf = async (cluster: Cluster, shard: number, table: string): Promise<string[]> =>
  (
    await cluster.queryShard<{ partition: string }>(
      shard,
      'select distinct partition as partition from system.parts ' +
        `where active and database = '${cluster.database}' and table = '${ownName(cluster, table)}'`,
    )
  ).map(({ partition }) => partition.replaceAll("'", ''))

const drop = (cluster: Cluster, shard: number, table: string, partition: string): Promise<void> =>
  cluster.command(`alter table ${ownName(cluster, table)} drop partition ${partition}`, { shard, isRepeatable: true })
