import type { Cluster } from '../servers/cluster.js'
import { IDS_AT_ONCE, inParts, uuidList } from '../tables/idLists.js'
import { onEveryShard } from '../tables/onEveryShard.js'
import type { ClusterEvent } from './foldVisitors.js'
import { tiesOf } from './tiesOf.js'

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
    const others = (await tiesOf(cluster, found)).map(([, other]) => other)
    next = [...new Set(others)].filter((visitor) => !known.has(visitor))
  }
  return loaded
}
