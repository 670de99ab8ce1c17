import type { Store } from '../store/store.js'
import type { GapChangeTold } from './gapWork.js'
import { toldChangesSql } from './gapWork.sql.js'

interface Row {
  readonly nr: number
  readonly did: GapChangeTold['do']
  readonly at: number
  readonly by: string
  readonly query: string
  readonly field: string
  readonly value: string
  readonly undone_by: string | null
}

/** The latest changes of the gaps of a site, the latest first. */
export async function gapHistory(store: Store, site: string, limit: number): Promise<GapChangeTold[]> {
  const rows = await store.query<Row>(toldChangesSql, { site, limit })
  return [...Map.groupBy(rows, ({ nr }) => nr).values()].map((changed) => {
    const [{ nr, did, at, by, undone_by }] = changed as [Row]
    const queries = [...new Set(changed.map(({ query }) => query))]
    const to = changed.map(({ field, value }) => [field === 'cluster' ? 'into' : field, value])
    return { nr, do: did, at: new Date(at).toISOString(), by, queries, to: Object.fromEntries(to), undone_by }
  })
}
