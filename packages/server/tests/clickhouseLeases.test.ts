import { expect } from '@jest/globals'
import { LEASE_MS, type LeaseOrder, leaveLease, takeLease } from '../src/store/clickhouse/derive/leases.js'
import type { Cluster } from '../src/store/clickhouse/servers/cluster.js'
import { readyCluster } from '../src/store/clickhouse/tables/readyCluster.js'
import { openScratch } from '../src/store/duckdb/engine.js'
import { testChdb } from './helpers/chdb.js'
import { chdbCluster } from './helpers/chdbCluster.js'
import { tempFolder } from './helpers/temp.js'

const START = Date.UTC(2026, 10, 27)

testChdb('one of two who ask at once has the lease, and the other when it is left', async () => {
  const cluster = await readied()
  const orders = ['a', 'b'].map((holder) => orderOf(cluster, holder, START))
  const taken = await Promise.all(orders.map(takeLease))
  const first = taken.findIndex((lease) => lease !== null)
  expect(taken.filter((lease) => lease !== null)).toHaveLength(1)

  await leaveLease(orders[first]!, taken[first]!)
  expect(await takeLease(orders[1 - first]!)).toMatchObject({ epoch: taken[first]!.epoch + 2 })
})

testChdb('a lease that went away with its replica holds up the others for a minute', async () => {
  const there = await readied()
  // Every server has it as a duplicate, and none shows it.
  const cluster: Cluster = {
    ...there,
    insert: async (shard, block) => {
      if (block.token !== 'lease/derive/1') await there.insert(shard, block)
    },
  }
  expect(await takeLease(orderOf(cluster, 'b', START))).toBeNull()
  expect(await takeLease(orderOf(cluster, 'b', START + LEASE_MS))).toBeNull()
  expect(await takeLease(orderOf(cluster, 'b', START + LEASE_MS + 1))).toMatchObject({ epoch: 2 })
})

const orderOf = (cluster: Cluster, holder: string, now: number): LeaseOrder => ({
  cluster,
  name: 'derive',
  holder,
  now: () => now,
})

async function readied(): Promise<Cluster> {
  const cluster = await chdbCluster()
  const scratch = await openScratch(await tempFolder())
  await readyCluster(cluster, scratch.query)
  await scratch.close()
  return cluster
}
