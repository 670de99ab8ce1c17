import { QUESTION_SETTINGS } from '../sql/clickhouse/settings.js'
import { createClickhouseStore } from './clickhouse/clickhouseStore.js'
import { createCluster } from './clickhouse/servers/createCluster.js'
import { createDuckdbStore } from './duckdb/duckdbStore.js'
import type { Store, StoreOptions } from './store.js'
import { DEFAULT_STORE, parseStoreUrl } from './storeUrl.js'

/**
 * `duckdb:./folder`: events in a log and a DuckDB file in that folder, `duckdb:./folder?keepDays=400` where old ones
 * shall go. `clickhouse://user@host:8123/database`: events in a log, and from there on a ClickHouse cluster. A folder
 * belongs to one store of a process at a time; where several bundles or hot reloads meet, take `sharedStore`. Several
 * processes may share it.
 */
export function openStore(url: string = DEFAULT_STORE, options: StoreOptions = {}): Store {
  const read = parseStoreUrl(url)
  const settled = { keepDays: read.keepDays, ...options }
  if (read.engine === 'duckdb') return createDuckdbStore(read.folder, settled)
  const cluster = createCluster(read, { querySettings: QUESTION_SETTINGS, log: options.log ?? console.error })
  return createClickhouseStore(cluster, read.folder, { insert: read.insert, ...settled })
}
