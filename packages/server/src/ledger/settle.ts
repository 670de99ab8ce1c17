import type { Run } from '../store/duckdb/engine.js'
import * as sql from './settle.sql.js'

/** Counts of the ledger are kept by slots of this length. Every time zone's days begin with one. */
export const SLOT_MS: number = 15 * 60_000
/** How long the ledger can say what became of a single event that was not taken in. */
export const KEEP_REJECTED_MS: number = 7 * 86_400_000

/** Begins the list of events that are not taken in, with those that came twice. Within the drain's transaction. */
export async function listRepeated(run: Run): Promise<void> {
  await run(sql.listRepeatedSql)
}

export async function turnErased(run: Run): Promise<void> {
  await run(sql.turnErasedSql)
}

/** `first` and `last`: the range of the ids that arrived. */
export async function turnKnown(run: Run, range: { readonly first: string; readonly last: string }): Promise<void> {
  await run(sql.turnKnownSql, range)
}

/** Books each line that arrived under what became of it, and leaves the events that are new. */
export async function settleLedger(run: Run): Promise<void> {
  await run(sql.foldSlotsSql, { slot_ms: SLOT_MS })
  await run(sql.dropFoldedSql)
  await run(sql.insertFoldedSql)
  await run(sql.insertOthersSql)
  await run(sql.forgetOldSql, { keep_ms: KEEP_REJECTED_MS })
  await run(sql.keepEventsSql)
}
