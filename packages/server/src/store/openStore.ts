import { createDuckdbStore } from './duckdb/duckdbStore.js'
import type { Store, StoreOptions } from './store.js'
import { DEFAULT_STORE, folderOf } from './storeUrl.js'

/**
 * `duckdb:./folder`: events in a log and a DuckDB file in that folder. A folder belongs to one store of a process
 * at a time; where several bundles or hot reloads meet, take `sharedStore`.
 */
export function openStore(url: string = DEFAULT_STORE, options: StoreOptions = {}): Store {
  return createDuckdbStore(folderOf(url), options)
}
