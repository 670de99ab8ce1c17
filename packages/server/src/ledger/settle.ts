import type { Run } from '../store/duckdb/engine.js'
import * as sql from './settle.sql.js'

/** Counts of the ledger are kept by slots of this length. Every time zone's days begin with one. */
export const SLOT_MS: number = 15 * 60_000
/** How long the ledger can say what became of a single event that was not taken in. */
export const KEEP_REJECTED_MS: number = 7 * 86_400_000

/** Lists all that arrived, and leaves in `arrived` the events among it, each once. Within the drain's transaction. */
export async function listLines(run: Run): Promise<void> {
  await run(sql.listLinesSql, { slot_ms: SLOT_MS })
  await run(sql.keepEventsSql)
}

/** What is no longer among the arrived now, and came for the first time, is of a visitor who was erased. */
export async function markErased(run: Run): Promise<void> {
  await run(sql.markErasedSql)
}

/** Books each line that was listed under what became of it: `arrived` now holds the events that are new. */
export async function settleLedger(run: Run): Promise<void> {
  await run(sql.markDuplicatesSql)
  await run(sql.foldSlotsSql)
  await run(sql.dropFoldedSql)
  await run(sql.insertFoldedSql)
  await run(sql.insertOthersSql)
  await run(sql.forgetOldSql, { keep_ms: KEEP_REJECTED_MS })
}
