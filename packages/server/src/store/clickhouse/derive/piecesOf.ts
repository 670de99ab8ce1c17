import type { Cluster } from '../servers/cluster.js'
import { IDS_AT_ONCE, inParts, uuidList } from '../tables/idLists.js'
import { onEveryShard } from '../tables/onEveryShard.js'

/** Bounds the memory of a fold, and for how long a lease is not renewed. */
const EVENTS_AT_ONCE = 20_000

/** Visitors in pieces of about so many events: who reads every day has some hundred times as many as who came once. */
export async function piecesOf(cluster: Cluster, visitors: readonly string[]): Promise<string[][]> {
  const sizes = new Map<string, number>()
  for (const part of inParts(visitors, IDS_AT_ONCE)) {
    const sqlOf = (events: string): string =>
      `select toString(e.visitor_id) as visitor, toInt64(count(*)) as size from ${events} e ` +
      `where e.visitor_id in (${uuidList(part)}) group by e.visitor_id`
    const found = await onEveryShard<{ visitor: string; size: number }>(cluster, 'events', sqlOf)
    for (const { visitor, size } of found) sizes.set(visitor, size)
  }
  return packed(visitors, (visitor) => sizes.get(visitor) ?? 0, EVENTS_AT_ONCE)
}

/** In their order, each piece as large as may be, or of one alone that is larger. */
export function packed<T>(all: readonly T[], sizeOf: (one: T) => number, most: number): T[][] {
  const pieces: T[][] = []
  let room = 0
  for (const one of all) {
    const size = sizeOf(one)
    if (pieces.length === 0 || size > room) {
      pieces.push([])
      room = most
    }
    pieces.at(-1)!.push(one)
    room -= size
  }
  return pieces
}
