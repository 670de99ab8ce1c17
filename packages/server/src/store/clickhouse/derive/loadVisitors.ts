import type { Cluster } from '../servers/cluster.js'
import { IDS_AT_ONCE, inParts, uuidList } from '../tables/idLists.js'
import { onEveryShard } from '../tables/onEveryShard.js'
import type { ClusterEvent } from './foldVisitors.js'

export type LoadedEvent = ClusterEvent & { readonly block: string }

/**
 * All events of some visitors, and of those whose tabs, sessions or searches hang together with theirs: where a browser
 * keeps nothing, each tab is a visitor of its own.
 */
export async function loadVisitors(cluster: Cluster, visitors: readonly string[]): Promise<LoadedEvent[]> {
  const loaded: LoadedEvent[] = []
  const known = new Set<string>()
  for (let next = visitors; next.length > 0; ) {
    for (const visitor of next) known.add(visitor)
    const found: LoadedEvent[] = []
    for (const part of inParts(next, IDS_AT_ONCE)) {
      const sqlOf = (events: string): string => `select * from ${events} where visitor_id in (${uuidList(part)})`
      found.push(...(await onEveryShard<LoadedEvent>(cluster, 'events', sqlOf)))
    }
    loaded.push(...found)
    next = (await relatedTo(cluster, found)).filter((visitor) => !known.has(visitor))
  }
  return loaded
}

/** Asked of a table that is ordered by these ids: to look through all events for them would take the longer the more there are. */
async function relatedTo(cluster: Cluster, events: readonly LoadedEvent[]): Promise<string[]> {
  const ties = new Set(
    events
      .flatMap(({ tab_id, session_id, opened_from, query_id }) => [tab_id, session_id, opened_from, query_id])
      .filter((id) => id !== null),
  )
  const related = new Set<string>()
  for (const part of inParts([...ties], IDS_AT_ONCE)) {
    const sqlOf = (table: string): string =>
      `select distinct toString(visitor_id) as visitor from ${table} where tie in (${uuidList(part)})`
    for (const { visitor } of await onEveryShard<{ visitor: string }>(cluster, 'ties', sqlOf)) related.add(visitor)
  }
  return [...related]
}
