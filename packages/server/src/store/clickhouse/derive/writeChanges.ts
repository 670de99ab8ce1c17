import { createHash } from 'node:crypto'
import type { Cluster } from '../servers/cluster.js'
import type { DerivedTable } from '../tables/derivedTables.js'
import { insertBlock } from '../tables/insertRows.js'
import { shardOf } from '../tables/shards.js'
import type { Changes } from './changes.js'

/** Brings the rows of a table to what they shall be, as of that version: the same changes are the same blocks. */
export async function writeChanges(
  cluster: Cluster,
  { name, at }: DerivedTable,
  version: string,
  { added, gone }: Changes,
): Promise<void> {
  const rows = [
    ...added.map(({ row_key, visitor_id, line }) => ({
      visitor_id,
      row: `${line.slice(0, -1)},"row_key":"${row_key}","version":"${version}","gone":0}`,
    })),
    ...gone.map(({ row_key, site, visitor_id, at: moment }) => ({
      visitor_id,
      row: JSON.stringify({ site, visitor_id, [at]: moment, row_key, version, gone: 1 }),
    })),
  ]
  for (const [shard, own] of Map.groupBy(rows, ({ visitor_id }) => shardOf(visitor_id, cluster.shards))) {
    const text = own.map(({ row }) => `${row}\n`).join('')
    await insertBlock(cluster, shard, {
      table: name,
      rows: text,
      token: `${name}/${version}/${createHash('sha1').update(text).digest('hex')}`,
    })
  }
}
