import { globSync } from 'node:fs'
import { join } from 'node:path'
import { until } from './until.mjs'

const SHIPPING = { withinMs: 300_000 }
const DELETING = { withinMs: 300_000 }

/** Until every site has shipped what it acknowledged, and every replica has what the others of its shard have. */
export async function settle({ nodes, shards, sites, wires }) {
  const isEmpty = ({ folder }) => globSync(join(folder, '**/*.{open,jsonl,plan}')).length === 0
  await until('all that was acknowledged to be shipped', () => sites.every(isEmpty), SHIPPING)
  await Promise.all(wires.map((wire) => wire.calm()))
  // A question derives what it needs.
  await sites[0].counted()
  // Servers of that age delete some time after they were told to. Whoever leads a table knows; another may never hear of it.
  for (const replicas of shards) await until('deletions to be done', () => hasDeleted(replicas), DELETING)
  for (const node of nodes) await catchUp(node)
}

async function hasDeleted(replicas) {
  const undone = await Promise.all(
    replicas.map((node) => node.ask('select count() as n from system.mutations where is_done = 0')),
  )
  return undone.some(([{ n }]) => n === 0)
}

async function catchUp(node) {
  for (const { table } of await replicatedTables(node)) await node.ask(`system sync replica ${table}`)
}

export const replicatedTables = (node) =>
  node.ask("select table from system.replicas where database = 'default' order by table")
