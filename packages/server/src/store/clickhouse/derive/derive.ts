import type { Engine } from '../../duckdb/engine.js'
import type { Cluster } from '../servers/cluster.js'
import { DERIVED_TABLES, type DerivedTable } from '../tables/derivedTables.js'
import { IDS_AT_ONCE, inParts, uuidList } from '../tables/idLists.js'
import { insertRows } from '../tables/insertRows.js'
import { onEveryShard } from '../tables/onEveryShard.js'
import { ownName } from '../tables/tables.js'
import { changesOf, type RowPlace } from './changes.js'
import { erasedAmong } from './erasedAmong.js'
import { type DerivedRow, foldVisitors } from './foldVisitors.js'
import { apart, keepOutLate } from './keepOutLate.js'
import { type LoadedAround, loadAround } from './loadAround.js'
import { piecesOf } from './piecesOf.js'
import { placesOf, placesOfTabs } from './places.js'
import type { Standing } from './standing.js'
import type { TabSpan } from './tabsAround.js'
import { tabsOf } from './tabsOf.js'
import { eachOnce, settleTwins } from './twins.js'
import { writeChanges } from './writeChanges.js'

/** Bounds the memory of one round, and how many visitors' tabs are looked through at once: one block may be of more. */
const VISITORS_AT_ONCE = 2_000

/** A replica that does not show after this long what was acknowledged shows it no more: it was erased, or forgotten. */
const SHOWN_WITHIN_MS = 10 * 60_000

export interface Deriver {
  readonly standing: Standing
  readonly scratch: Engine
  /** Takes what is computed with. */
  readonly folder: string
  /** Throws when this process may not write any more. Keeps the right to it for a while longer. */
  readonly hold: () => Promise<void>
  /** Epoch ms. */
  readonly now: () => number
}

/** Blocks that were never derived, or those that were derived where something may have been missing. */
export type Pending = 'new' | 'unsettled'

interface Touch {
  readonly shard: number
  readonly block: string
  readonly visitor_id: string
  readonly event_id: string
  /** Of the event, `YYYY-MM-DD`. */
  readonly day: string
  /** How long ago it was told. */
  readonly age_ms: number
}

/**
 * Brings the derived tables up to date with some of the blocks that have come. Each round's `version` is greater than
 * that of every round before. Resolves to how many blocks; those whose events no replica shows yet wait.
 *
 * Where a replica may lack what was acknowledged, a visitor's rows may be made of a part: then the blocks are derived
 * once more when it has caught up.
 */
export async function deriveSome(deriver: Deriver, version: string, among: Pending): Promise<number> {
  const { standing, hold, now } = deriver
  const { cluster } = standing
  const touches = await pendingTouches(cluster, among)
  // Whoever was touched by then, of them everything is here.
  const isCaughtUp = await standing.isCaughtUp()
  const hidden = isCaughtUp ? await hiddenBlocks(cluster, touches, now()) : new Set<string>()
  const shown = touches.filter(({ block }) => !hidden.has(block))
  if (shown.length === 0) return 0
  const blocks = new Map(shown.map(({ block, shard }) => [block, shard]))
  const round = { ...deriver, version, isCaughtUp, blocks, touches: shown }
  const done = new Set<string>()
  for (const some of inParts([...new Set(shown.map(({ visitor_id }) => visitor_id))], VISITORS_AT_ONCE)) {
    await hold()
    const tabs = await tabsOf(cluster, some, shown)
    for (const piece of piecesOf(tabs)) {
      const left = piece.filter(({ visitor }) => !done.has(visitor))
      if (left.length === 0) continue
      await hold()
      for (const visitor of await deriveVisitors(round, left)) done.add(visitor)
    }
  }
  for (const [shard, own] of Map.groupBy(blocks, ([, on]) => on)) {
    const derived = own.map(([block]) => ({ block, settled: isCaughtUp ? 1 : 0 }))
    await insertRows(cluster, shard, 'derived', derived)
  }
  return blocks.size
}

interface Round extends Deriver {
  readonly version: string
  readonly isCaughtUp: boolean
  readonly blocks: ReadonlyMap<string, number>
  readonly touches: readonly Touch[]
}

/** Brings the rows of those tabs up to date. Resolves to all whose tabs were looked at: their visitors, and whoever hangs together with them. */
async function deriveVisitors(round: Round, tabs: readonly TabSpan[]): Promise<ReadonlySet<string>> {
  const { standing, scratch, folder, hold, now, version, isCaughtUp, blocks, touches } = round
  const { cluster } = standing
  const around = await loadAround(cluster, tabs, touches)
  const erased = await erasedAmong(cluster, around.visitors, now())
  const [late, others] = apart(around.events, ({ visitor_id }) => erased.has(visitor_id))
  if (isCaughtUp) {
    await keepOutLate(
      cluster,
      late.filter(({ block }) => blocks.has(block)),
    )
  }
  const events = isCaughtUp ? await settleTwins(cluster, others) : eachOnce(others)
  const rows = await foldVisitors(scratch, folder, events)
  for (const table of DERIVED_TABLES) {
    const changes = changesOf(
      rows.get(table)!.filter(isAmong(table, around)),
      await placesAround(cluster, table, around),
    )
    await hold()
    await writeChanges(cluster, table, version, changes)
  }
  return around.visitors
}

/** Whether a row may have changed. Of a visitor's votes each may make another one the last, in whatever tab. */
const isAmong = ({ name }: DerivedTable, { folded, voters }: LoadedAround) =>
  name === 'votes'
    ? ({ visitor }: DerivedRow): boolean => voters.has(visitor)
    : ({ tab }: DerivedRow): boolean => folded.has(tab)

const placesAround = (cluster: Cluster, table: DerivedTable, around: LoadedAround): Promise<RowPlace[]> =>
  table.name === 'votes' ? placesOf(cluster, table, [...around.voters]) : placesOfTabs(cluster, table, around)

/** Those of which some replica does not show all yet. Nobody waits for events of visitors who were erased. */
async function hiddenBlocks(cluster: Cluster, touches: readonly Touch[], now: number): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  for (const part of inParts(touches, IDS_AT_ONCE / 2)) {
    const days = part.map(({ day }) => day).sort()
    const sqlOf = (events: string): string =>
      `select distinct toString(e.event_id) as id from ${events} e ` +
      `where e.day between '${days[0]}' and '${days.at(-1)}' and e.visitor_id in (${uuidList(part.map(({ visitor_id }) => visitor_id))}) ` +
      `and e.event_id in (${uuidList(part.map(({ event_id }) => event_id))})`
    for (const { id } of await onEveryShard<{ id: string }>(cluster, 'events', sqlOf)) seen.add(id)
  }
  const missing = touches.filter(({ event_id, age_ms }) => !seen.has(event_id) && age_ms <= SHOWN_WITHIN_MS)
  const erased = await erasedAmong(cluster, new Set(missing.map(({ visitor_id }) => visitor_id)), now)
  return new Set(missing.filter(({ visitor_id }) => !erased.has(visitor_id)).map(({ block }) => block))
}

/** Whole blocks, as many as have about as many visitors as one round takes. */
async function pendingTouches(cluster: Cluster, among: Pending): Promise<Touch[]> {
  for (let shard = 0; shard < cluster.shards; shard++) {
    const blocks = await cluster.queryShard<{ block: string; visitors: number }>(shard, pendingSql(cluster, among))
    if (blocks.length === 0) continue
    const taken: string[] = []
    for (let i = 0, sum = 0; i < blocks.length && (i === 0 || sum + blocks[i]!.visitors <= VISITORS_AT_ONCE); i++) {
      taken.push(blocks[i]!.block)
      sum += blocks[i]!.visitors
    }
    const touches = await cluster.queryShard<Omit<Touch, 'shard'>>(shard, touchesSql(cluster, taken))
    return touches.map((touch) => ({ ...touch, shard }))
  }
  return []
}

/** The oldest first. */
const pendingSql = (cluster: Cluster, among: Pending): string => `
select t.block as block, count(distinct t.visitor_id) as visitors
from ${ownName(cluster, 'touched')} t
where ${isPending(cluster, among)}
group by t.block
order by min(t.told_at), t.block
limit 1000`

/** For blocks of `touched t`. */
export const isPending = (cluster: Cluster, among: Pending): string =>
  among === 'new'
    ? `t.block not in (select d.block from ${ownName(cluster, 'derived')} d)`
    : `t.block in (select d.block from ${ownName(cluster, 'derived')} d group by d.block having max(d.settled) = 0)`

const touchesSql = (cluster: Cluster, blocks: readonly string[]): string => `
select distinct
  t.block as block,
  toString(t.visitor_id) as visitor_id,
  toString(t.event_id) as event_id,
  toString(t.day) as day,
  toInt64(now()) * 1000 - toInt64(t.told_at) * 1000 as age_ms
from ${ownName(cluster, 'touched')} t
where t.block in (${blocks.map((block) => `'${block}'`).join(',')})`
