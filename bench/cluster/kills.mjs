import { setTimeout as after } from 'node:timers/promises'
import { startSite } from './siteProcess.mjs'
import { startReplica } from './startCluster.mjs'

const GONE_MS = { least: 300, most: 3_000 }
/** An instance that has nothing to ship is killed anyway. */
const INSERT_WITHIN_MS = 5_000

/** Kills so many, replicas and sites by turns, spread over so many seconds, and starts each again after a moment. */
export async function killInTurn({ nodes, sites, wires, kills, seconds, random }) {
  const done = { replicas: 0, sites: 0, 'between an insert and its answer': 0 }
  const startedAt = performance.now()
  for (let kill = 0; kill < kills; kill++) {
    await after(Math.max(0, startedAt + ((kill + 0.5) / kills) * seconds * 1_000 - performance.now()))
    if (kill % 2 === 0) {
      const node = inTurn(nodes, kill >> 1)
      await node.kill()
      done.replicas++
      await gone(random)
      await startReplica(node)
    } else {
      const site = sites[(kill >> 1) % sites.length]
      if (random.chance(0.5) && (await hasJustInserted(wires.get(site)))) done['between an insert and its answer']++
      await site.kill()
      done.sites++
      await gone(random)
      await startSite(site)
    }
  }
  return done
}

/** One shard after the other, and another replica of it each time. */
function inTurn(nodes, n) {
  const shards = [...Map.groupBy(nodes, ({ shard }) => shard).values()]
  const replicas = shards[n % shards.length]
  return replicas[Math.floor(n / shards.length) % replicas.length]
}

async function hasJustInserted(wires) {
  const waiting = new AbortController()
  const inserted = await Promise.race([
    ...wires.map((wire) => wire.afterNextInsert().then(() => true)),
    after(INSERT_WITHIN_MS, false, { signal: waiting.signal }),
  ])
  waiting.abort()
  for (const wire of wires) wire.forgetNextInsert()
  return inserted
}

const gone = (random) => after(random.whole(GONE_MS.least, GONE_MS.most))
