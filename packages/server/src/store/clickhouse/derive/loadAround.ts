import type { Cluster } from '../servers/cluster.js'
import { IDS_AT_ONCE, inParts, uuidList } from '../tables/idLists.js'
import { onEveryShard } from '../tables/onEveryShard.js'
import type { LoadedEvent } from './loadVisitors.js'
import { REACH_MS, type TabSpan, type TabsAround, tabsAround } from './tabsAround.js'
import { type Touched, tabsOf } from './tabsOf.js'
import { tiesOf } from './tiesOf.js'

/** Epoch ms. */
interface Span {
  readonly first: number
  readonly last: number
}

export interface LoadedAround extends TabsAround {
  readonly events: readonly LoadedEvent[]
  /** Those visitors, and whoever hangs together with them there. */
  readonly visitors: ReadonlySet<string>
  /** When the rows of what was read count, as they are and as they were; null where they may be made of what is gone. */
  readonly span: Span | null
}

/**
 * What says how the rows have changed of the tabs in which something is new: the events of the tabs around, also of those
 * of other visitors whose tabs, sessions or searches hang together with them.
 */
export async function loadAround(
  cluster: Cluster,
  own: readonly TabSpan[],
  touches: readonly Touched[],
): Promise<LoadedAround> {
  const tabs = [...own]
  const known = new Set(own.map(({ visitor }) => visitor))
  const tied = new Set<string>()
  const events: LoadedEvent[] = []
  const read = new Map<string, TabSpan>()
  for (;;) {
    const around = tabsAround(tabs, tied)
    const next = tabs.filter((tab) => around.read.has(tab.tab) && !read.has(keyOf(tab)))
    if (next.length === 0) {
      const all = [...read.values()]
      const { first, last } = spanOf(all)
      // Of an event that came twice, dated otherwise, either copy may have been counted.
      const span = all.some(({ isBereft }) => isBereft) ? null : { first: first - REACH_MS, last: last + REACH_MS }
      return { ...around, events, visitors: known, span }
    }
    for (const tab of next) read.set(keyOf(tab), tab)
    const found = await eventsOf(cluster, next)
    events.push(...found)
    const ties = await tiesOf(cluster, found)
    for (const visitor of ties.flat()) tied.add(visitor)
    const others = [...new Set(ties.map(([, other]) => other))].filter((other) => !known.has(other))
    for (const other of others) known.add(other)
    if (others.length > 0) tabs.push(...(await tabsOf(cluster, others, touches)))
  }
}

const keyOf = ({ tab, visitor }: Pick<TabSpan, 'tab' | 'visitor'>): string => `${tab}/${visitor}`

async function eventsOf(cluster: Cluster, tabs: readonly TabSpan[]): Promise<LoadedEvent[]> {
  const events: LoadedEvent[] = []
  for (const part of inParts(tabs, IDS_AT_ONCE / 2)) {
    const { first, last } = spanOf(part)
    const asked = new Set(part.map(keyOf))
    const sqlOf = (table: string): string =>
      `select * from ${table} where day between '${dayOf(first)}' and '${dayOf(last)}' ` +
      `and visitor_id in (${uuidList(part.map(({ visitor }) => visitor))}) ` +
      `and tab_id in (${uuidList(part.map(({ tab }) => tab))})`
    const found = await onEveryShard<LoadedEvent>(cluster, 'events', sqlOf)
    // One visitor's tab may be another one's, too, and is read when that one is known.
    events.push(...found.filter(({ tab_id, visitor_id }) => asked.has(keyOf({ tab: tab_id, visitor: visitor_id }))))
  }
  return events
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

const spanOf = (tabs: readonly TabSpan[]): Span => ({
  first: tabs.reduce((least, { first }) => Math.min(least, first), Number.POSITIVE_INFINITY),
  last: tabs.reduce((most, { last }) => Math.max(most, last), Number.NEGATIVE_INFINITY),
})
