import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../makeFolder.js'
import type { DuckdbStore } from '../store/duckdb/duckdbStore.js'
import type { LedgerRow } from '../store/wholeRows.js'
import * as sql from './duckdbSide.sql.js'
import { hashedPage, pageStarts, paramsOf } from './hashedPage.js'
import { rowsSql } from './otherRows.sql.js'
import type { OtherRows, OtherTable, SiteDay, Target } from './side.js'
import { rowsFolder } from './workFolder.js'

/** How often it is looked how much there is left to fold. */
const LOOK_EVERY_MS = 1_000

/** Another process may have the file open, and answer for it. */
export function duckdbSide(store: DuckdbStore, name: string): Target {
  const folder = rowsFolder(store.folder)

  return {
    name,
    store,
    settle: async () => void (await store.query('select 1 as one')),
    days: () => store.query<SiteDay>(sql.daysSql),
    pageStarts: (day, most) => pageStarts(store, day, most),
    events: (page) => store.query(sql.eventsSql, paramsOf(page)),
    hashes: (page) => hashedPage(store, page),
    rows: <Table extends OtherTable>(table: Table) => store.query<OtherRows[Table]>(rowsSql(table)),
    async visitorsOf(hashes) {
      return (await store.query<{ visitor: string }>(sql.visitorsSql, { hashes })).map(({ visitor }) => visitor)
    },
    close: () => store.close(),

    async hasTakenFrom(source) {
      const [found] = await store.query<{ times: number }>(sql.hasTakenSql, { source })
      return found!.times > 0
    },
    /** Whose they are is not kept: once some were taken, nobody asks. */
    async ownEvents() {
      return (await store.query<{ events: number }>(sql.countEventsSql))[0]!.events
    },
    resume: () => rm(folder, { recursive: true, force: true }),
    async take(source, events) {
      await makeFolder(folder)
      const file = join(folder, `${randomUUID()}.jsonl`)
      try {
        await writeFile(file, events.map(({ line }) => `${line}\n`).join(''))
        return await store.takeIn({ source, table: 'events', file })
      } finally {
        await rm(file, { force: true })
      }
    },
    ledgerOf: (source) => store.query<LedgerRow>(sql.takenLedgerSql, { source }),
    addToLedger: async (source, rows) => void (await store.takeIn({ source, table: 'ledger', rows })),
    addLedgerEvents: async (source, rows) => void (await store.takeIn({ source, table: 'ledger_events', rows })),
    addRemoved: async (source, rows) => void (await store.takeIn({ source, table: 'removed', rows })),
    takeGapChanges: async (source, rows) => void (await store.takeIn({ source, table: 'gap_changes', rows })),
    async derive(onPending, signal) {
      const look = async (): Promise<void> => {
        const [found] = await store.query<{ tabs: number }>(sql.pendingTabsSql)
        onPending(found!.tabs)
      }
      await look()
      const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS)
      try {
        const stopped = new Promise<never>((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
        )
        stopped.catch(() => undefined)
        signal.throwIfAborted()
        // What is not folded when it is stopped, the next question folds.
        await Promise.race([store.queryFacts('select count(*) as n from opens'), stopped])
      } finally {
        clearInterval(timer)
      }
    },
  }
}
