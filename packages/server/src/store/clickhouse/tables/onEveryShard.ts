import type { Cluster } from '../servers/cluster.js'
import { isSpread, ownName } from './tables.js'

/** Asks each shard for rows of a table of its own; `sqlOf` gets the name that it has there. */
export async function onEveryShard<Row>(
  cluster: Cluster,
  table: string,
  sqlOf: (own: string) => string,
): Promise<Row[]> {
  const shards = isSpread(cluster, table) ? Array.from({ length: cluster.shards }, (_, shard) => shard) : [0]
  const sql = sqlOf(ownName(cluster, table))
  return (await Promise.all(shards.map((shard) => cluster.queryShard<Row>(shard, sql)))).flat()
}
