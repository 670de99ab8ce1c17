import type { Cluster } from '../servers/cluster.js'
import { IDS_AT_ONCE, inParts, uuidList } from '../tables/idLists.js'
import { onEveryShard } from '../tables/onEveryShard.js'
import type { ClusterEvent } from './foldVisitors.js'

/** Two visitors who share an id of a tab, a session or a search. */
export type Tie = readonly [visitor: string, other: string]

/**
 * With whom the visitors of these events hang together. Asked of a table that is ordered by these ids: to look through
 * all events for them would take the longer the more there are.
 */
export async function tiesOf(cluster: Cluster, events: readonly ClusterEvent[]): Promise<Tie[]> {
  const owners = new Map<string, Set<string>>()
  for (const { tab_id, session_id, opened_from, query_id, visitor_id } of events) {
    for (const id of [tab_id, session_id, opened_from, query_id]) {
      if (id !== null) owners.set(id, (owners.get(id) ?? new Set()).add(visitor_id))
    }
  }
  const ties: Tie[] = []
  for (const part of inParts([...owners.keys()], IDS_AT_ONCE)) {
    const sqlOf = (table: string): string =>
      'select distinct toString(t.tie) as id, toString(t.visitor_id) as visitor ' +
      `from ${table} t where t.tie in (${uuidList(part)})`
    for (const { id, visitor } of await onEveryShard<{ id: string; visitor: string }>(cluster, 'ties', sqlOf)) {
      for (const owner of owners.get(id)!) if (owner !== visitor) ties.push([owner, visitor])
    }
  }
  return ties
}
