import { setTimeout as after } from 'node:timers/promises'

const LAGS_MS = { least: 1_000, most: 4_000 }
const FOLLOWS_MS = { least: 500, most: 3_000 }

/** Lets one replica after the other fall behind, and catch up, until it is aborted. Resolves to how often. */
export async function lagInTurn({ nodes, random, signal }) {
  let lags = 0
  while (!signal.aborted) {
    const node = random.pick(nodes)
    // One that is down, or goes down, begins anew and fetches.
    const hasStopped = await node.ask('system stop fetches').then(
      () => true,
      () => false,
    )
    await after(random.whole(LAGS_MS.least, LAGS_MS.most))
    if (hasStopped) {
      lags++
      await node.ask('system start fetches').catch(() => undefined)
    }
    await after(random.whole(FOLLOWS_MS.least, FOLLOWS_MS.most))
  }
  return lags
}
