import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { QUESTION_SETTINGS } from '../../dist/sql/clickhouse/settings.js'
import { createCluster } from '../../dist/store/clickhouse/servers/createCluster.js'
import { parseStoreUrl } from '../../dist/store/storeUrl.js'

/** ClickHouse's engine over a folder, in a process of its own. */
export async function startClickhouse(folder) {
  const child = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), [folder])
  const [{ port }] = await once(child, 'message')
  const usage = async () => {
    const answer = once(child, 'message')
    child.send('usage')
    return (await answer)[0]
  }
  const end = async () => {
    const exit = once(child, 'exit')
    child.disconnect()
    await exit
  }
  return { port, pid: child.pid, usage, end }
}

/** As a store asks it. */
export const clusterOf = (port) =>
  createCluster(parseStoreUrl(`clickhouse://default@127.0.0.1:${port}/default?timeoutSeconds=600`), {
    querySettings: QUESTION_SETTINGS,
    giveUpAfterMs: 600_000,
  })
