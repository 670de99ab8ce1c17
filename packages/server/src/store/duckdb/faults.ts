import { StoreUnavailable } from '../../storeUnavailable.js'

/** After a fatal error, such as a full disk at a checkpoint, DuckDB refuses everything until it is opened anew. */
export const isFatal = (error: unknown): boolean => /FATAL|INTERNAL|invalidated/.test(String(error))

/** DuckDB has read something that it has not written. */
export const isDamage = (error: unknown): boolean =>
  /Corrupt database file|not a valid DuckDB|Serialization Error|INTERNAL Error/.test(String(error))

/** DuckDB could not make sense of a segment. */
export const isUnreadable = (error: unknown): boolean =>
  /Malformed JSON|Invalid Input Error|Conversion Error|JSON transform error/i.test(String(error))

export function damaged(folder: string, error: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `[helptally] The database in ${folder} is damaged (${firstLine(error)}). Events are taken and safe: they lie in the ` +
      'log. Expected the file that Helptally wrote: stop the site, remove helptally.duckdb and helptally.duckdb.wal, put ' +
      'the helptally.duckdb of a backup there, and start. What is in the log is taken in then.',
    { cause: error },
  )
}

export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!
