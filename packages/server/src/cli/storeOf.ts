import { nameOf } from '../store/clickhouse/servers/clickhouseUrl.js'
import { openStore } from '../store/openStore.js'
import type { Store, StoreOptions } from '../store/store.js'
import { DEFAULT_STORE, parseStoreUrl } from '../store/storeUrl.js'

/** The line on it in a command's help. */
export const STORE_HELP: string = `  --store <url>           default: HELPTALLY_STORE, or ${DEFAULT_STORE}`

/** The store that a command is about: its option, else the environment's, else the default. `url` tells no secret. */
export function storeOf(option: string | undefined, options: StoreOptions = {}): { url: string; store: Store } {
  const url = urlOf(option)
  const read = parseStoreUrl(url)
  return { url: read.engine === 'clickhouse' ? nameOf(read) : url, store: openStore(url, options) }
}

export const urlOf = (option: string | undefined): string => option ?? (process.env.HELPTALLY_STORE || DEFAULT_STORE)
