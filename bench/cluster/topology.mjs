/** The name of the cluster in the servers' own configuration. */
export const CLUSTER = 'helptally'

/** Who is there and where each listens, on loopback; ports from `port` on. */
export function topologyOf({ shards, replicas, port }) {
  const nodes = Array.from({ length: shards * replicas }, (_, i) => ({
    name: `s${Math.floor(i / replicas) + 1}r${(i % replicas) + 1}`,
    shard: Math.floor(i / replicas),
    http: port + 1 + i,
    tcp: port + 21 + i,
    interserver: port + 41 + i,
  }))
  return {
    nodes,
    shards: Array.from({ length: shards }, (_, i) => nodes.filter(({ shard }) => shard === i)),
    keeper: port,
  }
}
