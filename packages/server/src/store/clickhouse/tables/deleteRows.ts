import type { Cluster } from '../servers/cluster.js'
import { isSpread, ownName } from './tables.js'

export interface Deletion {
  readonly table: string
  /** Default: all. */
  readonly shard?: number
  /** A condition in ClickHouse's SQL. */
  readonly where: string
}

/** Resolves when nobody sees the rows any more; on servers before 22, which rewrite whole parts, some time later. */
export async function deleteRows(cluster: Cluster, { table, where, ...on }: Deletion): Promise<void> {
  const name = ownName(cluster, table)
  const dialect = await cluster.dialect()
  await cluster.command(
    dialect === 'legacy'
      ? `alter table ${name} delete where ${where}`
      : `delete from ${name} where ${where} settings lightweight_deletes_sync = 2`,
    { ...(isSpread(cluster, table) ? on : { shard: 0 }), isRepeatable: true },
  )
}
