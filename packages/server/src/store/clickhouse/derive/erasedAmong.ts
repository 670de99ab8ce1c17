import { createHash } from 'node:crypto'
import { ERASED_FOR_MS } from '../../duckdb/eraseVisitor.js'
import type { Cluster } from '../servers/cluster.js'

/** Those of these visitors who were erased, and are to be kept out. `now`: epoch ms. */
export async function erasedAmong(
  cluster: Cluster,
  visitors: Iterable<string>,
  now: number,
): Promise<ReadonlySet<string>> {
  const sql = `select distinct e.visitor_hash as hash from erased e final where e.gone = 0 and e.erased_at > ${now - ERASED_FOR_MS}`
  const hashes = new Set((await cluster.queryShard<{ hash: string }>(0, sql)).map(({ hash }) => hash))
  if (hashes.size === 0) return new Set()
  return new Set([...visitors].filter((visitor) => hashes.has(hashOf(visitor))))
}

const hashOf = (visitor: string): string => createHash('sha256').update(visitor).digest('hex')
