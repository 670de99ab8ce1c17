import { createDuckdbStore } from './duckdb/duckdbStore.js'
import { shownUrl } from './shownUrl.js'
import type { Store, StoreOptions } from './store.js'
import { DEFAULT_STORE, parseStoreUrl } from './storeUrl.js'

/**
 * `duckdb:./folder`: events in a log and a DuckDB file in that folder, `duckdb:./folder?keepDays=400` where old ones
 * shall go. A folder belongs to one store of a process at a time; where several bundles or hot reloads meet, take
 * `sharedStore`. Several processes may share it.
 */
export function openStore(url: string = DEFAULT_STORE, options: StoreOptions = {}): Store {
  const read = parseStoreUrl(url)
  if (read.engine === 'clickhouse') {
    throw new Error(
      `[helptally] The store ${shownUrl(url)} cannot be opened: this version has no ClickHouse store yet. ` +
        `Use ${DEFAULT_STORE}.`,
    )
  }
  return createDuckdbStore(read.folder, { keepDays: read.keepDays, ...options })
}
