import { setTimeout as after } from 'node:timers/promises'
import { StoreUnavailable } from '../../../storeUnavailable.js'
import type { Cluster } from '../servers/cluster.js'
import { DERIVED_TABLES } from '../tables/derivedTables.js'
import { ownName } from '../tables/tables.js'

/** A cluster of which each shard is asked of one replica alone. */
export interface Standing {
  readonly cluster: Cluster
  /** Whether these replicas have all that any had acknowledged when this was asked. Waits a little for it. */
  isCaughtUp(): Promise<boolean>
}

/** The cluster so that what it is asked is answered with all that was acknowledged. Rejects where a replica lacks some. */
export async function caughtUp(cluster: Cluster, tables: readonly string[] = TABLES): Promise<Cluster> {
  const standing = await standOn(cluster, tables)
  if (!(await standing.isCaughtUp())) throw new StoreUnavailable(lags(cluster))
  return standing.cluster
}

/** What is fetched takes less, where the one who has it lives. */
const CATCHES_UP_WITHIN_MS = 2_000
const ASK_AGAIN_MS = 50

const TABLES: readonly string[] = [
  ...['events', 'ties', 'touched', 'derived', 'ledger', 'ledger_events', 'erased'],
  ...DERIVED_TABLES.map(({ name }) => name),
]

/** Takes of each shard a replica that has all of these tables, or of those that answer the one that lacks least. */
export async function standOn(cluster: Cluster, tables: readonly string[] = TABLES): Promise<Standing> {
  const chosen = await Promise.all(
    Array.from({ length: cluster.shards }, (_, shard) => chooseReplica(cluster, shard, tables)),
  )
  const lags = (): Promise<number[]> =>
    Promise.all(chosen.map((replica, shard) => lagOf(cluster, shard, replica, tables)))
  return {
    cluster: {
      ...cluster,
      queryShard: (shard, sql, params) => cluster.queryReplica(shard, chosen[shard]!, sql, params),
    },
    async isCaughtUp() {
      for (let waited = 0; (await lags()).some((lag) => lag > 0); waited += ASK_AGAIN_MS) {
        if (waited >= CATCHES_UP_WITHIN_MS) return false
        await after(ASK_AGAIN_MS)
      }
      return true
    },
  }
}

async function chooseReplica(cluster: Cluster, shard: number, tables: readonly string[]): Promise<number> {
  const lags = Array.from({ length: cluster.replicasOf(shard) }, (_, replica) => lagOf(cluster, shard, replica, tables))
  // One that has all is not kept waiting by one that is away.
  const first = lags.map(async (lag, replica) => ((await lag) === 0 ? replica : Promise.reject(new Error('lags'))))
  return Promise.any(first).catch(() => leastOf(lags))
}

async function leastOf(lags: readonly Promise<number>[]): Promise<number> {
  const known = await Promise.all(lags.map((lag) => lag.catch(() => Number.POSITIVE_INFINITY)))
  const least = Math.min(...known)
  // None answers: says why.
  if (least === Number.POSITIVE_INFINITY) await lags[0]
  return known.indexOf(least)
}

/**
 * What the log of the replicas holds that this one has not: what it has not read yet, and what it has not fetched. It
 * names every block that was acknowledged, also where the one who has it is away. 0 where servers copy nothing.
 */
async function lagOf(cluster: Cluster, shard: number, replica: number, tables: readonly string[]): Promise<number> {
  const names = tables.map((table) => `'${ownName(cluster, table)}'`).join(', ')
  const sql = `
select sum(
  r.is_readonly + r.is_session_expired + r.inserts_in_queue
  + if(r.log_max_index = 0 and r.log_pointer = 0, 0, greatest(toInt64(r.log_max_index) - toInt64(r.log_pointer) + 1, 0))
) as lag
from system.replicas r
where r.database = '${cluster.database}' and r.table in (${names})`
  const [found] = await cluster.queryReplica<{ lag: number | null }>(shard, replica, sql)
  return found!.lag ?? 0
}

const lags = ({ name }: Cluster): string =>
  `[helptally] The replicas of ${name} that answer lack something that another one has taken. Nothing was changed, and ` +
  'nothing is lost. Expected are replicas that copy within seconds: ask again when all of them are back.'
