import { resolve } from 'node:path'

/** The store of a site that names none: a folder beside the app. */
export const DEFAULT_STORE = 'duckdb:./.helptally'

/** Pages may send events again for seven days: what is forgotten sooner could come back. */
export const MIN_KEEP_DAYS = 8

/** A store's URL, read: `duckdb:<folder>`, and `?keepDays=<n>` where old events shall go by themselves. */
export interface StoreUrl {
  readonly folder: string
  /** null: everything is kept. */
  readonly keepDays: number | null
}

const SCHEME = 'duckdb:'

/** Throws when the URL names no store. */
export function parseStoreUrl(url: string): StoreUrl {
  if (url.startsWith('clickhouse:')) {
    throw new Error(
      `[helptally] The store ${withoutSecret(url)} cannot be opened: this version has no ClickHouse store yet. ` +
        `Use ${DEFAULT_STORE}.`,
    )
  }
  const [folder, options = ''] = url.slice(SCHEME.length).split('?')
  if (!url.startsWith(SCHEME) || !folder) {
    throw new Error(
      `[helptally] Expected a store URL such as ${DEFAULT_STORE} (a folder), got "${withoutSecret(url)}". ` +
        'Mend HELPTALLY_STORE, or the option `store`.',
    )
  }
  return { folder: resolve(folder), keepDays: keepDaysOf(options, url) }
}

export const isKeepDays = (days: string): boolean => /^\d{1,5}$/.test(days) && Number(days) >= MIN_KEEP_DAYS

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

const withoutSecret = (url: string): string => url.replace(/\/\/[^/@]*@/, '//***@')
