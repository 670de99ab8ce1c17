import { randomUUID } from 'node:crypto'
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { slotsSql } from '../../../ledger/slots.sql.js'
import { syncFolder } from '../../../log/segmentFile.js'
import { makeFolder } from '../../../makeFolder.js'
import { isUnavailable } from '../../../storeUnavailable.js'
import { cannotBackUp, mustBeFree } from '../../duckdb/backup.js'
import { DATABASE_FILE, type Engine, openEngine } from '../../duckdb/engine.js'
import type { BackedUp } from '../../store.js'
import type { LoadedEvent } from '../derive/loadVisitors.js'
import type { Cluster } from '../servers/cluster.js'
import { inParts } from '../tables/idLists.js'
import { ownName } from '../tables/tables.js'
import { insertKept, KEPT_TABLES, keptRows } from './changeKept.js'
import { takeEvents } from './takeEvents.js'

/** About so many events are in memory at a time. */
const EVENTS_AT_ONCE = 50_000

/** Rows of other tables that one statement inserts. */
const ROWS_AT_ONCE = 5_000

const countSql = `
select count(*) as events
from events e`

/**
 * Copies what a cluster has into a folder that is then a DuckDB store itself: what is made of events is made there. What
 * others append meanwhile may be in it or not. A copy that was not finished has another name, and is never taken for one.
 */
export async function backup(cluster: Cluster, folder: string): Promise<BackedUp> {
  const file = join(folder, DATABASE_FILE)
  const part = join(folder, `.part-${randomUUID()}`)
  try {
    await mustBeFree(file)
    await makeFolder(part)
    const events = await copyTo(part, cluster)
    await rename(join(part, DATABASE_FILE), file)
    await rm(part, { recursive: true })
    await syncFolder(folder)
    return { events, bytes: (await stat(file)).size }
  } catch (error) {
    await rm(part, { recursive: true, force: true }).catch(() => undefined)
    throw isUnavailable(error) ? error : cannotBackUp(folder, error)
  }
}

async function copyTo(folder: string, cluster: Cluster): Promise<number> {
  const engine = await openEngine(folder)
  try {
    for (let shard = 0; shard < cluster.shards; shard++) await copyEvents(engine, folder, cluster, shard)
    await insert(engine, 'ledger', await cluster.queryShard(0, slotsSql()))
    await insert(engine, 'ledger_events', await cluster.queryShard(0, 'select * from ledger_events'))
    for (const table of KEPT_TABLES) await insert(engine, table, await keptRows(cluster, table))
    await engine.query('checkpoint')
    return (await engine.query<{ events: number }>(countSql))[0]!.events
  } finally {
    await engine.close()
  }
}

/** Day by day, all of a visitor together. */
async function copyEvents(engine: Engine, folder: string, cluster: Cluster, shard: number): Promise<void> {
  const events = ownName(cluster, 'events')
  const days = await cluster.queryShard<{ day: string; n: number }>(
    shard,
    `select toString(e.day) as day, count(*) as n from ${events} e group by e.day order by e.day`,
  )
  for (const { day, n } of days) {
    const pieces = Math.ceil(n / EVENTS_AT_ONCE)
    for (let piece = 0; piece < pieces; piece++) {
      const sql = `select * from ${events} where day = toDate('${day}') and cityHash64(toString(visitor_id)) % ${pieces} = ${piece}`
      await takeEvents(engine, folder, await cluster.queryShard<LoadedEvent>(shard, sql))
    }
  }
}

async function insert(engine: Engine, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (const part of inParts(rows, ROWS_AT_ONCE)) await insertKept(engine.query, table, part)
}
