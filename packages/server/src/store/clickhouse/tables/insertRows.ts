import { createHash } from 'node:crypto'
import type { Block, Cluster } from '../servers/cluster.js'
import { ownName } from './tables.js'

/** Inserts a block into a table, on a shard itself. */
export const insertBlock = (cluster: Cluster, shard: number, { table, rows, token }: Block): Promise<void> =>
  cluster.insert(shard, { table: ownName(cluster, table), rows, token })

/** Inserts rows once, however often these very rows are told. */
export async function insertRows(
  cluster: Cluster,
  shard: number,
  table: string,
  all: readonly object[],
): Promise<void> {
  if (all.length === 0) return
  const rows = all.map((row) => `${JSON.stringify(row)}\n`).join('')
  await insertBlock(cluster, shard, { table, rows, token: createHash('sha1').update(rows).digest('hex') })
}
