import type { Cluster, ClusterOptions } from '../../src/store/clickhouse/servers/cluster.js'
import { createCluster } from '../../src/store/clickhouse/servers/createCluster.js'
import { parseStoreUrl } from '../../src/store/storeUrl.js'
import { afterTest } from './temp.js'

/** A cluster by its URL; closed after the test. */
export function clusterAt(url: string, options: ClusterOptions & { env?: NodeJS.ProcessEnv } = {}): Cluster {
  const { env = {}, ...others } = options
  const read = parseStoreUrl(url, env)
  if (read.engine !== 'clickhouse') throw new Error(`${url} is read as one of ${read.engine}`)
  const opened = createCluster(read, others)
  afterTest(() => opened.close())
  return opened
}
