import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { QUESTION_SETTINGS } from '../sql/clickhouse/settings.js'
import { createClickhouseStore } from '../store/clickhouse/clickhouseStore.js'
import { nameOf } from '../store/clickhouse/servers/clickhouseUrl.js'
import type { Cluster } from '../store/clickhouse/servers/cluster.js'
import { createCluster } from '../store/clickhouse/servers/createCluster.js'
import { createDuckdbStore } from '../store/duckdb/duckdbStore.js'
import { DATABASE_FILE } from '../store/duckdb/engine.js'
import { parseStoreUrl, type StoreUrl } from '../store/storeUrl.js'
import { clickhouseSide } from './clickhouseSide.js'
import type { SourceId } from './copyEvents.js'
import { duckdbSide } from './duckdbSide.js'
import type { Target } from './side.js'

export interface OpenedSide {
  readonly side: Target
  /** What it is known by in a store that it fills. */
  readonly id: SourceId
  /** Whether it was made already. */
  readonly isThere: () => Promise<boolean>
}

/** Opens the store of a URL. It forgets nothing by itself, whatever the URL says of days to keep. */
export function openSide(url: string, signal: AbortSignal, log: (line: string) => void): OpenedSide {
  const read = parseStoreUrl(url)
  const name = placeOf(read)
  const id = createHash('sha256').update(name).digest('hex').slice(0, 12)
  if (read.engine === 'duckdb') {
    const { folder } = read
    const isThere = async (): Promise<boolean> =>
      existsSync(join(folder, DATABASE_FILE)) || existsSync(join(folder, 'log'))
    return { side: duckdbSide(createDuckdbStore(folder, { log }), name), id, isThere }
  }
  const cluster = untilAborted(createCluster(read, { querySettings: QUESTION_SETTINGS, log }), signal)
  const isThere = async (): Promise<boolean> =>
    (await cluster.queryShard<{ tables: number }>(0, isMadeSql(read.database)))[0]!.tables > 0
  const store = createClickhouseStore(cluster, read.folder, { log })
  return { side: clickhouseSide({ cluster, store }), id, isThere }
}

/** Where a store lies, without a secret: two URLs of one store have the same. */
export const placeOf = (read: StoreUrl): string => (read.engine === 'duckdb' ? `duckdb:${read.folder}` : nameOf(read))

/** Throws where nothing is that could be copied: asking a store makes one. */
export async function mustBeThere({ side, isThere }: OpenedSide): Promise<void> {
  if (await isThere()) return
  throw new Error(
    `[helptally] No store is at ${side.name}. Expected one with events: name by --from the store that a site wrote to.`,
  )
}

const isMadeSql = (database: string): string => `
select count(*) as tables
from system.tables t
where t.database = '${database}' and t.name = 'cluster_version'`

/** What is asked when the work was interrupted is not begun any more. */
function untilAborted(cluster: Cluster, signal: AbortSignal): Cluster {
  const asked = async <T>(ask: () => Promise<T>): Promise<T> => {
    signal.throwIfAborted()
    return ask()
  }
  return {
    ...cluster,
    query: (sql, params) => asked(() => cluster.query(sql, params)),
    queryShard: (shard, sql, params) => asked(() => cluster.queryShard(shard, sql, params)),
    queryReplica: (shard, replica, sql, params) => asked(() => cluster.queryReplica(shard, replica, sql, params)),
    onOneReplica: (shard, work) => asked(() => cluster.onOneReplica(shard, work)),
  }
}
