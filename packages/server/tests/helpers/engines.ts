import { createClickhouseStore } from '../../src/store/clickhouse/clickhouseStore.js'
import type { Cluster } from '../../src/store/clickhouse/servers/cluster.js'
import type { Store } from '../../src/store/store.js'
import { isChdbHere } from './chdb.js'
import { chdbCluster } from './chdbCluster.js'
import { afterTest, tempFolder, tempStore } from './temp.js'

export interface EngineOptions {
  /** Epoch ms. */
  readonly now?: () => number
  readonly keepDays?: number
  /** Where an earlier store was. */
  readonly home?: Home
}

/** What stays of a store when it is closed. */
export interface Home {
  readonly folder: string
  readonly cluster: Cluster | null
}

export interface TestEngine {
  readonly name: 'duckdb' | 'clickhouse'
  home(): Promise<Home>
  /** A store of its own, or on what an earlier one left behind. Closed after the test. */
  open(options?: EngineOptions): Promise<Store>
}

const duckdb: TestEngine = {
  name: 'duckdb',
  home: async () => ({ folder: await tempFolder(), cluster: null }),
  open: async ({ home, ...options } = {}) => tempStore({ ...options, ...(home && { folder: home.folder }) }),
}

const clickhouse: TestEngine = {
  name: 'clickhouse',
  home: async () => ({ folder: await tempFolder(), cluster: await chdbCluster() }),
  async open({ home, ...options } = {}) {
    const { folder, cluster } = home ?? (await this.home())
    const store = createClickhouseStore(cluster!, folder, { log: () => undefined, ...options })
    afterTest(() => store.close())
    return store
  },
}

/** Every kind of store, for `describe.each`: what a test says of one holds of the others. */
export const ENGINES: readonly TestEngine[] = isChdbHere ? [duckdb, clickhouse] : [duckdb]
