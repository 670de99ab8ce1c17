import type { Cluster } from '../servers/cluster.js'
import { textList } from '../servers/textLiteral.js'
import { deleteRows } from '../tables/deleteRows.js'
import { inParts, uuidList } from '../tables/idLists.js'
import { shardOf } from '../tables/shards.js'
import { bookAgain } from './bookAgain.js'
import type { LoadedEvent } from './loadVisitors.js'

/** Rows that one deletion names. */
const AT_ONCE = 1_000

/**
 * Takes out what came of visitors who were erased: another process had planned it before it could know. The ledger has
 * it as a DuckDB store would.
 */
export async function keepOutLate(cluster: Cluster, events: readonly LoadedEvent[]): Promise<void> {
  await bookAgain(cluster, events, { as: 'erased', outcome: 'consent_missing', reason: 'the visitor was erased' })
  for (const [shard, own] of Map.groupBy(events, ({ visitor_id }) => shardOf(visitor_id, cluster.shards))) {
    for (const part of inParts(own, AT_ONCE)) {
      const ids = uuidList(part.map(({ event_id }) => event_id))
      const visitors = uuidList(part.map(({ visitor_id }) => visitor_id))
      await deleteRows(cluster, {
        table: 'events',
        shard,
        where: `visitor_id in (${visitors}) and event_id in (${ids})`,
      })
      await deleteRows(cluster, { table: 'ties', shard, where: `visitor_id in (${visitors})` })
      const blocks = textList(part.map(({ block }) => block))
      await deleteRows(cluster, {
        table: 'touched',
        shard,
        where: `visitor_id in (${visitors}) and toString(block) in (${blocks})`,
      })
    }
  }
}

/** Those of which something holds, and the others. */
export function apart<T>(all: readonly T[], holds: (one: T) => boolean): [T[], T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))]
}
