import type { Cluster } from '../servers/cluster.js'
import type { DerivedTable } from '../tables/derivedTables.js'
import { IDS_AT_ONCE, inParts, uuidList } from '../tables/idLists.js'
import { onEveryShard } from '../tables/onEveryShard.js'
import type { RowPlace } from './changes.js'
import type { LoadedAround } from './loadAround.js'

/** Where the rows of some visitors lie. */
export async function placesOf(
  cluster: Cluster,
  table: DerivedTable,
  visitors: readonly string[],
): Promise<RowPlace[]> {
  const parts = inParts(visitors, IDS_AT_ONCE).map((part) => `r.visitor_id in (${uuidList(part)})`)
  return placesWhere(cluster, table, parts)
}

/** Rows lie in the order of their times, so that those of other times need not be looked at. */
export function placesOfTabs(
  cluster: Cluster,
  table: DerivedTable,
  { folded, span }: Pick<LoadedAround, 'folded' | 'span'>,
): Promise<RowPlace[]> {
  const at = `ifNull(r.${table.at}, 0)`
  const within = span ? ` and (${at} between ${span.first} and ${span.last} or ${at} = 0)` : ''
  const parts = inParts([...folded], IDS_AT_ONCE).map((part) => `r.${table.tab} in (${uuidList(part)})${within}`)
  return placesWhere(cluster, table, parts)
}

async function placesWhere(
  cluster: Cluster,
  { name, at }: DerivedTable,
  parts: readonly string[],
): Promise<RowPlace[]> {
  const places: RowPlace[] = []
  for (const part of parts) {
    const sqlOf = (rows: string): string => `
select toString(r.row_key) as row_key, r.site as site, toString(r.visitor_id) as visitor_id, r.${at} as at
from ${rows} r final
where ${part} and r.gone = 0`
    places.push(...(await onEveryShard<RowPlace>(cluster, name, sqlOf)))
  }
  return places
}
