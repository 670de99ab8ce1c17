import { createDuckdbStore } from './duckdb/duckdbStore.js'
import type { Store } from './store.js'
import { DEFAULT_STORE, folderOf } from './storeUrl.js'

export interface StoreOptions {
  /** Takes one line for each fault that no caller sees, such as a failed drain. Default `console.error`. */
  readonly log?: (line: string) => void
}

/**
 * `duckdb:./folder`: events in a log and a DuckDB file in that folder. A folder belongs to one store of a process
 * at a time; where several bundles or hot reloads meet, take `sharedStore`.
 */
export function openStore(url: string = DEFAULT_STORE, options: StoreOptions = {}): Store {
  return createDuckdbStore(folderOf(url), options)
}
