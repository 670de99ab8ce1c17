import { randomUUID } from 'node:crypto'
import { rememberErasedSql } from '../../duckdb/eraseVisitor.js'
import { hashOf } from '../derive/changes.js'
import { type LoadedEvent, loadVisitors } from '../derive/loadVisitors.js'
import type { Held } from '../derive/whileHeld.js'
import type { Cluster } from '../servers/cluster.js'
import { textLiteral } from '../servers/textLiteral.js'
import { deleteRows } from '../tables/deleteRows.js'
import { DERIVED_TABLES } from '../tables/derivedTables.js'
import { inParts, uuidList } from '../tables/idLists.js'
import { insertRows } from '../tables/insertRows.js'
import { shardOf } from '../tables/shards.js'
import type { Keeping } from './keeping.js'

/** Rows that one deletion names. */
const AT_ONCE = 1_000

export interface Eraser {
  readonly cluster: Cluster
  readonly keeping: Keeping
  /** While nobody derives. */
  readonly held: Held
  /** Epoch ms. */
  readonly now: number
}

/**
 * Deletes what the cluster has of a visitor; resolves to the number of events. First the visitor is one who is kept out,
 * whatever others ship meanwhile; the events go last. Killed anywhere, it is asked again, and does what is left to do.
 */
export async function eraseVisitor({ cluster, keeping, held, now }: Eraser, visitor: string): Promise<number> {
  await keeping.change([{ table: 'erased', where: '1 = 0' }], (engine) =>
    engine.query(rememberErasedSql, { visitor, now }),
  )
  const loaded = await loadVisitors(cluster, [visitor])
  const own = loaded.filter(({ visitor_id }) => visitor_id === visitor)
  const ids = [...new Set(own.map(({ event_id }) => event_id))].sort()
  await touch(
    cluster,
    loaded.filter(({ visitor_id }) => visitor_id !== visitor),
  )
  for (const part of inParts(ids, AT_ONCE)) {
    await held.renew()
    await forgetArrivals(cluster, part)
  }
  await keeping.alone(() => deleteRows(cluster, { table: 'tickets', where: theirTickets(visitor, own) }))
  await noteErased(cluster, ids, now)
  const theirs = { shard: shardOf(visitor, cluster.shards), where: `visitor_id in (${uuidList([visitor])})` }
  for (const table of [...DERIVED_TABLES.map(({ name }) => name), 'touched', 'events', 'ties']) {
    await held.renew()
    await deleteRows(cluster, { table, ...theirs })
  }
  return ids.length
}

/** Most of what a visitor sends has no row there: nothing is rewritten for nothing. */
async function forgetArrivals(cluster: Cluster, ids: readonly string[]): Promise<void> {
  const where = `event_id in (${uuidList(ids)})`
  const sql = `select count(*) as arrivals from ledger_events where ${where}`
  const [found] = await cluster.queryShard<{ arrivals: number }>(0, sql)
  if (found!.arrivals > 0) await deleteRows(cluster, { table: 'ledger_events', where })
}

/** What hung together with the visitor's is derived anew. Of each visitor one event stands for all. */
async function touch(cluster: Cluster, events: readonly LoadedEvent[]): Promise<void> {
  const block = `erase/${randomUUID()}`
  const witnesses = [...new Map(events.map((event) => [event.visitor_id, event])).values()]
  for (const [shard, some] of Map.groupBy(witnesses, ({ visitor_id }) => shardOf(visitor_id, cluster.shards))) {
    const rows = some.map(({ visitor_id, event_id, at }) => ({ block, visitor_id, event_id, day: dayOf(at) }))
    await insertRows(cluster, shard, 'touched', rows)
  }
}

/** Those that name the visitor, and those that a page was told when the visitor sent them. */
function theirTickets(visitor: string, own: readonly LoadedEvent[]): string {
  const refs = own
    .filter(({ name, ticket }) => name === 'help.contact.submit' && ticket !== '')
    .map(({ site, ticket }) => `(${textLiteral(site)},${textLiteral(ticket)})`)
  const named = `visitor_id = toUUID('${visitor}')`
  return refs.length === 0 ? named : `${named} or (toString(site), toString(ref)) in (${[...new Set(refs)].join(',')})`
}

/** The same events are noted once, however often they are asked for. When they are gone, their hash says nothing. */
async function noteErased(cluster: Cluster, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return
  const row_key = hashOf(ids.join(' '))
  const row = { removed_at: now, cause: 'erased', before: null, events: ids.length, row_key, version: 1, gone: 0 }
  await insertRows(cluster, 0, 'removed', [row])
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
