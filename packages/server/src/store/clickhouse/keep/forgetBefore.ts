import { foldSome } from '../../../facts/fold.js'
import type { Engine } from '../../duckdb/engine.js'
import { forgetBefore as forgetInScratch } from '../../duckdb/forgetBefore.js'
import { dropForgottenSql, noteForgottenSql } from '../../duckdb/removed.sql.js'
import type { Forgotten } from '../../store.js'
import { changesOf, type RowPlace } from '../derive/changes.js'
import { erasedAmong } from '../derive/erasedAmong.js'
import { derivedRows, foldVisitors } from '../derive/foldVisitors.js'
import { type LoadedEvent, loadVisitors } from '../derive/loadVisitors.js'
import { placesOf } from '../derive/places.js'
import { settleTwins } from '../derive/twins.js'
import type { Held } from '../derive/whileHeld.js'
import { writeChanges } from '../derive/writeChanges.js'
import type { Cluster } from '../servers/cluster.js'
import { deleteRows } from '../tables/deleteRows.js'
import { DERIVED_TABLES } from '../tables/derivedTables.js'
import { IDS_AT_ONCE, inParts, uuidList } from '../tables/idLists.js'
import { onEveryShard } from '../tables/onEveryShard.js'
import { shardOf } from '../tables/shards.js'
import { ownName } from '../tables/tables.js'
import type { Keeping } from './keeping.js'

/** Bounds the memory of one piece, and for how long nobody derives: with years behind them a lease lasts for no more. */
const VISITORS_AT_ONCE = 250

/** Rows that one deletion names. */
const AT_ONCE = 1_000

/** That a server's date can say. */
const LAST_DAY = Date.UTC(2149, 0, 1)

export interface Forgetter {
  readonly cluster: Cluster
  readonly scratch: Engine
  /** Takes what is computed with. */
  readonly folder: string
  readonly keeping: Keeping
  /** While nobody derives. */
  readonly held: Held
  /** Epoch ms. */
  readonly now: number
}

/** How far it has come: what went so far, and after which visitor of which shard it goes on. */
export interface Progress extends Forgotten {
  readonly shard: number
  readonly after: string
}

export const BEGINNING: Progress = { sessions: 0, events: 0, shard: 0, after: '' }

/**
 * Deletes what is older than a moment (epoch ms) of some of the visitors who were here before it; null when there is
 * none left. What goes of theirs is what goes in a DuckDB store, which holds them and nobody else. The events go last:
 * killed anywhere, the next time finds what is left.
 */
export async function forgetSome(forgetter: Forgetter, before: number, done: Progress): Promise<Progress | null> {
  const { cluster, scratch, folder, keeping, held, now } = forgetter
  const visitors = await visitorsBefore(cluster, before, done)
  if (visitors.length === 0) {
    return done.shard + 1 < cluster.shards ? { ...done, shard: done.shard + 1, after: '' } : null
  }
  const progress = { ...done, after: visitors.at(-1)! }
  const loaded = await loadVisitors(cluster, visitors)
  const erased = await erasedAmong(
    cluster,
    loaded.map(({ visitor_id }) => visitor_id),
    now,
  )
  const events = await settleTwins(
    cluster,
    loaded.filter(({ visitor_id }) => !erased.has(visitor_id)),
  )
  await held.renew()
  await foldVisitors(scratch, folder, events)
  await leaveOutForgotten(
    forgetter,
    events.map(({ visitor_id }) => visitor_id),
  )
  await held.renew()
  const gone = await forgetInScratch(scratch, before, now)
  if (gone.events === 0 && gone.sessions === 0) return progress
  while (await foldSome(scratch));
  const left = new Set(
    (await scratch.query<{ id: string }>('select event_id::varchar as id from events')).map(({ id }) => id),
  )
  const going = events.filter(({ event_id }) => !left.has(event_id))
  const sum = { sessions: done.sessions + gone.sessions, events: done.events + gone.events }
  if (sum.events > 0) await note(keeping, { before, events: sum.events, now })
  const rows = await derivedRows(scratch)
  const concerned = [...new Set(events.map(({ visitor_id }) => visitor_id))]
  for (const table of DERIVED_TABLES) {
    const { added, gone: old } = changesOf(rows.get(table)!, await placesOf(cluster, table, concerned))
    await held.renew()
    await writeChanges(cluster, table, held.nextVersion(), { added, gone: [] })
    await removeRows(cluster, table.name, old)
  }
  await removeEvents(cluster, going, held)
  return { ...progress, ...sum }
}

/** Sessions that went before, of which an event came later that is no activity: a DuckDB store has them no more, either. */
async function leaveOutForgotten({ cluster, scratch }: Forgetter, visitors: readonly string[]): Promise<void> {
  const ids: string[] = []
  for (const part of inParts([...new Set(visitors)], IDS_AT_ONCE)) {
    const sqlOf = (sessions: string): string =>
      `select toString(s.id) as id from ${sessions} s final where s.visitor_id in (${uuidList(part)}) and s.gone = 0`
    ids.push(...(await onEveryShard<{ id: string }>(cluster, 'sessions', sqlOf)).map(({ id }) => id))
  }
  await scratch.query('delete from sessions s where s.id not in (select unnest($ids::uuid[]))', { ids })
}

/** Of those the ones whose ids come next. Events are kept by day, of which there are few before the moment. */
async function visitorsBefore(cluster: Cluster, before: number, { shard, after }: Progress): Promise<string[]> {
  const day = new Date(Math.min(before, LAST_DAY)).toISOString().slice(0, 10)
  const own = (table: string): string => ownName(cluster, table)
  const sql = `
select distinct toString(v.visitor_id) as visitor
from (
  select e.visitor_id as visitor_id
  from ${own('events')} e
  where e.day <= toDate('${day}') and e.at < ${before}
  union all
  select s.visitor_id as visitor_id
  from ${own('sessions')} s
  where s.gone = 0 and ifNull(s.last_at, s.started_at) < ${before}
  union all
  select c.visitor_id as visitor_id
  from ${own('conversation_sessions')} c
  where c.gone = 0 and c.last_at < ${before}
) v
where toString(v.visitor_id) > '${after}'
order by visitor
limit ${VISITORS_AT_ONCE}`
  return (await cluster.queryShard<{ visitor: string }>(shard, sql)).map(({ visitor }) => visitor)
}

/** Before anything goes, so that whoever misses it is told why. Only the latest moment matters. */
const note = (
  keeping: Keeping,
  { before, ...row }: { readonly before: number; readonly events: number; readonly now: number },
): Promise<unknown> =>
  keeping.change([{ table: 'removed', where: "t.cause = 'forgotten'" }], (engine) =>
    engine.transaction(async (run) => {
      await run(dropForgottenSql, { before })
      await run(noteForgottenSql, { before, ...row })
    }),
  )

async function removeRows(cluster: Cluster, table: string, rows: readonly RowPlace[]): Promise<void> {
  for (const [shard, own] of Map.groupBy(rows, ({ visitor_id }) => shardOf(visitor_id, cluster.shards))) {
    for (const part of inParts(own, AT_ONCE)) {
      const keys = part.map(({ row_key }) => row_key).join(',')
      const where = `visitor_id in (${uuidList(part.map(({ visitor_id }) => visitor_id))}) and row_key in (${keys})`
      await deleteRows(cluster, { table, shard, where })
    }
  }
}

async function removeEvents(cluster: Cluster, events: readonly LoadedEvent[], held: Held): Promise<void> {
  for (const [shard, own] of Map.groupBy(events, ({ visitor_id }) => shardOf(visitor_id, cluster.shards))) {
    for (const part of inParts(own, AT_ONCE)) {
      await held.renew()
      const visitors = uuidList(part.map(({ visitor_id }) => visitor_id))
      const ids = uuidList(part.map(({ event_id }) => event_id))
      await deleteRows(cluster, {
        table: 'events',
        shard,
        where: `visitor_id in (${visitors}) and event_id in (${ids})`,
      })
    }
    await untouch(cluster, shard, new Set(own.map(({ event_id }) => event_id)))
  }
}

/** What was derived here just now need not be again, and whoever waits for one of these events waits in vain. */
async function untouch(cluster: Cluster, shard: number, gone: ReadonlySet<string>): Promise<void> {
  const [touched, derived] = [ownName(cluster, 'touched'), ownName(cluster, 'derived')]
  const pending = await cluster.queryShard<{ block: string; id: string }>(
    shard,
    `select distinct t.block as block, toString(t.event_id) as id from ${touched} t ` +
      `where t.block not in (select d.block from ${derived} d)`,
  )
  const late = pending.filter(({ id }) => gone.has(id))
  for (const part of inParts(late, AT_ONCE)) {
    const rows = part.map(({ block, id }) => `('${block}','${id}')`).join(',')
    await deleteRows(cluster, { table: 'touched', shard, where: `(toString(block), toString(event_id)) in (${rows})` })
  }
}
