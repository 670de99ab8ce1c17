import { StoreUnavailable } from '../../../storeUnavailable.js'
import type { Run } from '../../duckdb/engine.js'
import type { Cluster } from '../servers/cluster.js'
import { createTable } from './createTable.js'
import { CLUSTER_TABLES, columnsOf, OWN_TABLES } from './tables.js'

/**
 * The number of ways in which tables were made so far. Who changes `tables.ts` adds one, and says in `later` what an
 * older cluster needs beside the columns that are new: those it gets by itself.
 */
export const CLUSTER_VERSION = 1

/**
 * Makes the tables that are missing, and adds the columns that are. All of it may be done by several processes at once,
 * and again: each statement says `if not exists`. The version is written last.
 */
export async function readyCluster(cluster: Cluster, describe: Run): Promise<void> {
  const version = await versionOf(cluster)
  if (version === CLUSTER_VERSION) return
  if (version > CLUSTER_VERSION) throw isNewer(cluster, version)
  const dialect = await cluster.dialect()
  const isReplicated = await namesItself(cluster)
  for (const table of [...CLUSTER_TABLES, ...OWN_TABLES]) {
    const columns = await columnsOf(describe, table)
    for (const sql of createTable({ table, columns, dialect, isReplicated, cluster })) {
      await cluster.command(sql, { everywhere: true })
    }
  }
  const rows = `${JSON.stringify({ version: CLUSTER_VERSION })}\n`
  await cluster.insert(0, { table: 'cluster_version', rows, token: `version/${CLUSTER_VERSION}` })
}

async function versionOf(cluster: Cluster): Promise<number> {
  const [there] = await cluster.queryShard<{ n: number }>(
    0,
    `select count(*) as n from system.tables where database = '${cluster.database}' and name = 'cluster_version'`,
  )
  if (there!.n === 0) return 0
  const [found] = await cluster.queryShard<{ version: number }>(
    0,
    'select max(v.version) as version from cluster_version v',
  )
  return found!.version ?? 0
}

/** Whether the server has the names by which replicas find each other. */
async function namesItself(cluster: Cluster): Promise<boolean> {
  const sql = "select count(*) as n from system.macros where macro in ('shard', 'replica')"
  const [found] = await cluster.queryShard<{ n: number }>(0, sql)
  return found!.n === 2
}

function isNewer({ name }: Cluster, version: number): StoreUnavailable {
  return new StoreUnavailable(
    `[helptally] The tables of ${name} were made by a newer Helptally: they have version ${version}, this one knows ` +
      `${CLUSTER_VERSION}. Events are taken and safe in the log. Update @helptally/* in this app.`,
  )
}
