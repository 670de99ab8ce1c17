import { ERASED_FOR_MS } from '../../duckdb/eraseVisitor.js'
import type { Cluster } from '../servers/cluster.js'
import { IDS_AT_ONCE, inParts, uuidList } from '../tables/idLists.js'
import { ownName } from '../tables/tables.js'
import type { OnCluster } from './makePlan.js'
import type { PlannedBlock } from './plan.js'

/** Whether a block is there whole. Ties do not say whose they are, and are the same however often they are sent. */
export async function hasLanded(cluster: Cluster, { table, shard, token, size }: PlannedBlock): Promise<boolean> {
  if (table === 'ties') return false
  const sql = `select count(*) as rows from ${ownName(cluster, table)} where block = '${token}'`
  const [found] = await cluster.queryShard<{ rows: number }>(shard, sql)
  return found!.rows >= size
}

/** What a plan has to know of the cluster. */
export const onCluster = (cluster: Cluster, now: () => number): OnCluster => ({
  shards: cluster.shards,
  async known(events) {
    const known: string[] = []
    for (const part of inParts(events, IDS_AT_ONCE / 2)) {
      const sql =
        'select distinct toString(e.event_id) as id from events e ' +
        `where e.visitor_id in (${uuidList(part.map(({ visitor }) => visitor))}) ` +
        `and e.event_id in (${uuidList(part.map(({ id }) => id))})`
      known.push(...(await cluster.query<{ id: string }>(sql)).map(({ id }) => id))
    }
    return known
  },
  erased: () => cluster.query(`select visitor_hash, erased_at from erased where erased_at > ${now() - ERASED_FOR_MS}`),
})
