import type { Cluster } from '../servers/cluster.js'
import { textList } from '../servers/textLiteral.js'
import { IDS_AT_ONCE, inParts, uuidList } from '../tables/idLists.js'
import { onEveryShard } from '../tables/onEveryShard.js'
import type { TabSpan } from './tabsAround.js'

/** A block that has touched a visitor. */
export interface Touched {
  readonly block: string
  readonly visitor_id: string
}

type Found = Omit<TabSpan, 'isNew' | 'isBereft'> & { readonly news: readonly string[] }

/**
 * The tabs of some visitors. Something is new in those that have events of the blocks; in all of a visitor's where a
 * block has touched the visitor and has no event: what an erased visitor's hung together with.
 */
export async function tabsOf(
  cluster: Cluster,
  visitors: readonly string[],
  touches: readonly Touched[],
): Promise<TabSpan[]> {
  const blocks = [...new Set(touches.map(({ block }) => block))]
  const found: Found[] = []
  // Beside the blocks, of which there may be a thousand.
  for (const part of inParts(visitors, IDS_AT_ONCE / 2)) {
    found.push(...(await onEveryShard<Found>(cluster, 'events', (events) => spansSql(events, part, blocks))))
  }
  const touched = Map.groupBy(touches, ({ visitor_id }) => visitor_id)
  return [...Map.groupBy(found, ({ visitor }) => visitor)].flatMap(([visitor, tabs]) => {
    const told = new Set(tabs.flatMap(({ news }) => news))
    const isBereft = touched.get(visitor)?.some(({ block }) => !told.has(block)) ?? false
    return tabs.map(({ news, ...tab }) => ({
      ...tab,
      isBereft,
      isNew: isBereft || news.some((block) => block !== ''),
    }))
  })
}

const spansSql = (events: string, visitors: readonly string[], blocks: readonly string[]): string => `
select
  toString(e.visitor_id) as visitor,
  toString(e.tab_id) as tab,
  min(e.at) as first,
  max(e.at) as last,
  toInt64(count(*)) as size,
  groupUniqArray(toString(e.session_id)) as sessions,
  max(e.name = 'help.feedback.vote') as has_votes,
  groupUniqArray(if(toString(e.block) in (${textList(blocks)}), toString(e.block), '')) as news
from ${events} e
where e.visitor_id in (${uuidList(visitors)})
group by e.visitor_id, e.tab_id`
