import { resolve } from 'node:path'

export const DEFAULT_STORE = 'duckdb:./.helptally'

const SCHEME = 'duckdb:'

/** The folder that a store's URL names. Throws when it names none. */
export function folderOf(url: string): string {
  if (url.startsWith('clickhouse:')) {
    throw new Error(
      `[helptally] The store ${withoutSecret(url)} cannot be opened: this version has no ClickHouse store yet. ` +
        `Use ${DEFAULT_STORE}.`,
    )
  }
  if (!url.startsWith(SCHEME) || url.length === SCHEME.length) {
    throw new Error(
      `[helptally] Expected a store URL such as ${DEFAULT_STORE} (a folder), got "${withoutSecret(url)}". ` +
        'Mend HELPTALLY_STORE, or the option `store`.',
    )
  }
  return resolve(url.slice(SCHEME.length))
}

const withoutSecret = (url: string): string => url.replace(/\/\/[^/@]*@/, '//***@')
