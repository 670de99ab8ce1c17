import type { Cluster } from './cluster.js'
import type { ClusterEvent } from './foldVisitors.js'
import { inParts, uuidList } from './idLists.js'
import { onEveryShard } from './onEveryShard.js'

/** Ids that one question names. */
const IDS_AT_ONCE = 5_000

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

async function relatedTo(cluster: Cluster, events: readonly LoadedEvent[]): Promise<string[]> {
  const related: string[] = []
  for (const part of inParts(events, IDS_AT_ONCE)) {
    const tabs = part.map(({ tab_id }) => tab_id)
    const sessions = part.flatMap(({ session_id, opened_from }) => [session_id, opened_from]).filter(isThere)
    const searches = part.map(({ query_id }) => query_id).filter(isThere)
    const ways = [
      among('tab_id', tabs),
      among('session_id', sessions),
      among('opened_from', sessions),
      among('query_id', searches),
    ].filter((way) => way !== '')
    const visitors = [...new Set(part.map(({ visitor_id }) => visitor_id))]
    const sqlOf = (events: string): string =>
      `select distinct toString(visitor_id) as visitor from ${events} ` +
      `where (${ways.join(' or ')}) and visitor_id not in (${uuidList(visitors)})`
    const found = await onEveryShard<{ visitor: string }>(cluster, 'events', sqlOf)
    related.push(...found.map(({ visitor }) => visitor))
  }
  return related
}

const isThere = (id: string | null): id is string => id !== null

const among = (column: string, ids: readonly string[]): string =>
  ids.length === 0 ? '' : `${column} in (${uuidList(ids)})`
