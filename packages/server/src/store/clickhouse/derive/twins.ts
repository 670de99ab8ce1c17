import type { Cluster } from '../servers/cluster.js'
import { deleteRows } from '../tables/deleteRows.js'
import { inParts } from '../tables/idLists.js'
import { insertRows } from '../tables/insertRows.js'
import { shardOf } from '../tables/shards.js'
import { bookAgain } from './bookAgain.js'
import type { LoadedEvent } from './loadVisitors.js'

/** Rows that one deletion names. */
const AT_ONCE = 1_000

/**
 * One event that two instances took at the same time, neither of which could know of the other, lies on the cluster
 * twice. The first one stays; the others are taken out, and the ledger has them as the duplicates that they are.
 * Resolves to the events, each once. Killed anywhere, the next round finds what is left to do.
 */
export async function settleTwins(cluster: Cluster, events: readonly LoadedEvent[]): Promise<LoadedEvent[]> {
  const single: LoadedEvent[] = []
  const twins: LoadedEvent[] = []
  const copies: LoadedEvent[] = []
  for (const same of Map.groupBy(events, ({ event_id }) => event_id).values()) {
    const [first, ...others] = same.sort(byArrival)
    single.push(first!)
    twins.push(...others.filter(({ block }) => block !== first!.block))
    // A block that was let in twice after all: no deletion tells its rows apart, so they make way for a copy.
    if (others.some(({ block }) => block === first!.block)) copies.push(first!)
  }
  await bookAgain(cluster, twins, { as: 'twin', outcome: 'duplicate', reason: '' })
  await replace(cluster, copies)
  for (const [shard, own] of Map.groupBy([...twins, ...copies], ({ visitor_id }) =>
    shardOf(visitor_id, cluster.shards),
  )) {
    for (const part of inParts(own, AT_ONCE)) {
      const rows = part.map(({ event_id, block }) => `('${event_id}','${block}')`).join(',')
      await deleteRows(cluster, { table: 'events', shard, where: `(toString(event_id), toString(block)) in (${rows})` })
    }
  }
  return single
}

/** The copies that stay. */
export const eachOnce = (events: readonly LoadedEvent[]): LoadedEvent[] =>
  [...Map.groupBy(events, ({ event_id }) => event_id).values()].map((same) => same.sort(byArrival)[0]!)

function byArrival(a: LoadedEvent, b: LoadedEvent): number {
  return a.received_at - b.received_at || (a.block < b.block ? -1 : a.block > b.block ? 1 : 0)
}

async function replace(cluster: Cluster, copies: readonly LoadedEvent[]): Promise<void> {
  for (const [shard, own] of Map.groupBy(copies, ({ visitor_id }) => shardOf(visitor_id, cluster.shards))) {
    await insertRows(
      cluster,
      shard,
      'events',
      own.map((event) => ({ ...event, block: `${event.block}/again` })),
    )
  }
}
