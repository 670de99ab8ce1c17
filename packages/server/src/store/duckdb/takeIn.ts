import { countConversations } from '../../conversations/countConversations.js'
import { touchArrivedSql } from '../../facts/touch.sql.js'
import { mergeGapChanges } from '../../gapWork/mergeGapChanges.js'
import { SLOT_MS } from '../../ledger/settle.js'
import { dropFoldedSql, insertFoldedSql } from '../../ledger/settle.sql.js'
import type { GapChangeRow, LedgerEventRow, LedgerRow, RemovedRow } from '../wholeRows.js'
import * as drain from './drain.sql.js'
import type { Engine, Run } from './engine.js'
import { anyErased } from './eraseVisitor.js'
import * as sql from './takeIn.sql.js'

/** Whole rows out of another store, as they lay there. Survives JSON. */
export type WholeRows = { readonly source: string } & (
  | { readonly table: 'events' /** A file with one row a line, as JSON. */; readonly file: string }
  | { readonly table: 'ledger' /** To be added to what is there. */; readonly rows: readonly LedgerRow[] }
  | { readonly table: 'ledger_events'; readonly rows: readonly LedgerEventRow[] }
  | { readonly table: 'removed'; readonly rows: readonly RemovedRow[] }
  | { readonly table: 'gap_changes' /** All of them. */; readonly rows: readonly GapChangeRow[] }
)

export interface TakenIn {
  /** Rows that are new here. */
  readonly taken: number
  /** Events that this store had from their page itself. */
  readonly twice: number
}

/**
 * Takes rows in, all or none. An event that is here already is not doubled, and what was added to the ledger is noted
 * beside it: told once more after an answer that was lost, nothing changes.
 */
export function takeIn(engine: Engine, rows: WholeRows, now: number): Promise<TakenIn> {
  return engine.transaction(async (run) => {
    await run(sql.noteSourceSql, { source: rows.source, now })
    switch (rows.table) {
      case 'events':
        return takeEvents(run, rows.file, now)
      case 'ledger':
        await run(sql.addLedgerSql, { rows: JSON.stringify(rows.rows) })
        await addToLedger(run)
        await run(sql.foldTakenSql, { source: rows.source })
        await run(sql.dropTakenSql, { source: rows.source })
        await run(sql.insertTakenSql)
        break
      case 'ledger_events':
        await run(sql.insertLedgerEventsSql, { rows: JSON.stringify(rows.rows) })
        break
      case 'removed':
        await run(sql.insertRemovedSql, { rows: JSON.stringify(rows.rows) })
        break
      case 'gap_changes': {
        const merged = mergeGapChanges(rows.rows, await run<GapChangeRow>(sql.gapChangesSql))
        await run(sql.dropGapChangesSql)
        await run(sql.insertGapChangesSql, { rows: JSON.stringify(merged) })
      }
    }
    return { taken: rows.rows.length, twice: 0 }
  })
}

async function takeEvents(run: Run, file: string, now: number): Promise<TakenIn> {
  await run(drain.arriveSql, { segments: [file] })
  if (await anyErased(run, now)) await run(sql.dropErasedSql)
  const [range] = await run<{ first: string | null; last: string | null }>(sql.arrivedIdsSql)
  if (range!.first === null) return { taken: 0, twice: 0 }
  const ids = { first: range!.first, last: range!.last }
  await run(sql.findTwiceSql, ids)
  const [twice] = await run<{ events: number }>(sql.countTwiceSql)
  if (twice!.events > 0) {
    await run(sql.noteTwiceSql)
    await run(sql.listTwiceSql)
    await run(sql.addTwiceSql, { slot_ms: SLOT_MS })
    await addToLedger(run)
  }
  await run(sql.dropKnownSql, ids)
  const [arrived] = await run<{ events: number; has_conversations: boolean }>(sql.countArrivedSql)
  if (arrived!.events > 0) {
    await run(drain.insertEventsSql)
    await run(touchArrivedSql)
    await run(drain.rollUpSql)
    await run(drain.dropRolledSql)
    await run(drain.insertSessionsSql)
    if (arrived!.has_conversations) await countConversations(run)
  }
  return { taken: arrived!.events, twice: twice!.events }
}

async function addToLedger(run: Run): Promise<void> {
  await run(sql.foldAddedSql)
  await run(dropFoldedSql)
  await run(insertFoldedSql)
}
