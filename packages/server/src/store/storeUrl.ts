import { resolve } from 'node:path'
import { type ClickhouseUrl, isClickhouseUrl, parseClickhouseUrl } from './clickhouse/servers/clickhouseUrl.js'
import { isKeepDays, MIN_KEEP_DAYS } from './keepDays.js'
import { shownUrl } from './shownUrl.js'

/** The store of a site that names none: a folder beside the app. */
export const DEFAULT_STORE = 'duckdb:./.helptally'

/** `duckdb:<folder>`, and `?keepDays=<n>` where old events shall go by themselves. */
export interface DuckdbUrl {
  readonly engine: 'duckdb'
  readonly folder: string
  /** null: everything is kept. */
  readonly keepDays: number | null
}

/** A store's URL, read. */
export type StoreUrl = DuckdbUrl | ClickhouseUrl

const SCHEME = 'duckdb:'

/** Throws when the URL names no store. Passwords may come from the environment. */
export function parseStoreUrl(url: string, env: NodeJS.ProcessEnv = process.env): StoreUrl {
  if (isClickhouseUrl(url)) return parseClickhouseUrl(url, env)
  const [folder, options = ''] = url.slice(SCHEME.length).split('?')
  if (!url.startsWith(SCHEME) || !folder) {
    throw new Error(
      `[helptally] Expected a store URL such as ${DEFAULT_STORE} (a folder) or clickhouse://user@host:8123/database, got ` +
        `"${shownUrl(url)}". Mend HELPTALLY_STORE, or the option \`store\`.`,
    )
  }
  return { engine: 'duckdb', folder: resolve(folder), keepDays: keepDaysOf(options, url) }
}

function keepDaysOf(options: string, url: string): number | null {
  const { keepDays = null, ...others } = Object.fromEntries(new URLSearchParams(options))
  const [unknown] = Object.keys(others)
  if (unknown === undefined && keepDays === null) return null
  if (unknown === undefined && isKeepDays(keepDays!)) return Number(keepDays)
  throw new Error(
    `[helptally] After the folder of a store, expected nothing or ?keepDays=<days>, at least ${MIN_KEEP_DAYS}, ` +
      `got "${url}". Mend HELPTALLY_STORE, or the option \`store\`.`,
  )
}
