import { keeperOf } from './keeper.mjs'
import { replicaOf } from './replica.mjs'
import { topologyOf } from './topology.mjs'
import { until } from './until.mjs'

/** So many shards of so many replicas each, in that folder, with a ZooKeeper; resolves when all answer. */
export async function startCluster({ folder, port, shards = 2, replicas = 2 }) {
  const topology = topologyOf({ shards, replicas, port })
  const keeper = keeperOf({ folder, port: topology.keeper })
  const nodes = topology.nodes.map((node) => replicaOf(topology, node, folder))
  keeper.start()
  await until('ZooKeeper to answer', keeper.answers)
  await Promise.all(nodes.map(startReplica))
  return {
    nodes,
    shards: topology.shards.map((_, shard) => nodes.filter((node) => node.shard === shard)),
    stop: async () => {
      await Promise.all(nodes.map((node) => node.kill()))
      await keeper.kill()
    },
  }
}

/** A server that was killed may find its place in ZooKeeper still taken and leave again: it is started until it stays. */
export async function startReplica(node) {
  const isThere = async () => {
    if (!node.isRunning()) node.start()
    if (!(await node.answers())) return false
    if (await node.isWhole()) return true
    await node.kill()
    return false
  }
  await until(`${node.name} to answer`, isThere, { withinMs: 120_000 })
}
