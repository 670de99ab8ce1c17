import { QUESTION_SETTINGS } from '../sql/clickhouse/settings.js'
import type { ClickhouseUrl } from '../store/clickhouse/servers/clickhouseUrl.js'
import { createCluster } from '../store/clickhouse/servers/createCluster.js'
import type { AskedReplica } from './lookAtCluster.js'

/** One that is there answers a small question well within it. */
const GIVE_UP_AFTER_MS = 5_000

/** The servers of a store, each by itself. */
export function replicasAt(url: ClickhouseUrl): AskedReplica[] {
  return url.shards.flatMap((addresses, shard) =>
    addresses.map((address) => {
      const alone = createCluster(
        { ...url, shards: [[address]] },
        { querySettings: QUESTION_SETTINGS, giveUpAfterMs: GIVE_UP_AFTER_MS },
      )
      // It names its tables as one of several shards does.
      return { address, shard, alone: { ...alone, shards: url.shards.length } }
    }),
  )
}
