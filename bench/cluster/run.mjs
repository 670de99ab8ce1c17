// npm run cluster -w bench -- [--events 20000] [--seconds 45] [--kills 10] [--seed 1] [--port 19200] [--results file] [--keep]
// Three instances of a site ship to a real ClickHouse of two shards by two replicas, while both are killed in turn,
// replicas fall behind, and inserts are cut off, answered to nobody and delivered twice. Exits with 1 when an event was
// lost or counts twice. `--keep` leaves the folder with the servers' logs.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { createRandom } from '../../packages/server/dist/seed/random.js'
import { writeResults } from '../client/writeResults.mjs'
import { askMeanwhile } from './askMeanwhile.mjs'
import { killInTurn } from './kills.mjs'
import { lagInTurn } from './lags.mjs'
import { postVisits } from './load.mjs'
import { newFolder } from './newFolder.mjs'
import { settle } from './settle.mjs'
import { siteProcess, startSite } from './siteProcess.mjs'
import { startCluster } from './startCluster.mjs'
import { CLUSTER } from './topology.mjs'
import { eventsOf, ledgerOf, sessionsOf, unequalTables } from './verdict.mjs'
import { visitsOf } from './visits.mjs'
import { startWire } from './wire.mjs'

const SITES = 3

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '45' },
    kills: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    port: { type: 'string', default: '19200' },
    results: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
const [events, seconds, kills, seed, port] = ['events', 'seconds', 'kills', 'seed', 'port'].map((name) =>
  Number(values[name]),
)
const say = (line) => process.stdout.write(`${line}\n`)
const sayFigures = (figures) =>
  say(
    Object.entries(figures)
      .map(([name, n]) => `${name} ${inWords(n)}`)
      .join(', '),
  )
const random = createRandom('cluster', seed)

const folder = newFolder({ isKept: values.keep })
const { nodes, shards, stop } = await startCluster({ folder, port })
const wiresOf = new Map()
const sites = []
for (let i = 0; i < SITES; i++) {
  const wires = await Promise.all(
    nodes.map((node, n) =>
      startWire({ ...{ node, random }, port: port + 61 + i * nodes.length + n, others: othersOf(node) }),
    ),
  )
  const addresses = shards.map((replicas) => replicas.map((node) => wires[nodes.indexOf(node)].url).join(',')).join(';')
  const store = `clickhouse://${addresses}/default?cluster=${CLUSTER}`
  const site = siteProcess({ name: `site${i + 1}`, folder, port: port + 81 + i, store })
  wiresOf.set(site, wires)
  sites.push(site)
}
const wires = [...wiresOf.values()].flat()
await Promise.all(sites.map(startSite))
say(`2 shards of 2 replicas, ${SITES} instances in ${folder}; ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}`)

const working = new AbortController()
const lagging = lagInTurn({ nodes, random, signal: working.signal })
const { worked, asked } = await askMeanwhile(
  sites,
  Promise.all([
    postVisits(visitsOf({ seed, events }), { sites, random, seconds, events }),
    killInTurn({ nodes, sites, wires: wiresOf, kills, seconds, random }),
  ]),
)
const [posted, killed] = worked
working.abort()
const lags = await lagging
const endedAt = performance.now()
await settle({ nodes, shards, sites, wires })

const found = await eventsOf({ nodes, shards, acknowledged: posted.acknowledged })
const sessions = await sessionsOf({ nodes, sites, sessions: posted.sessions })
const ledger = await ledgerOf({ nodes })
const unequal = await unequalTables(shards)
const { arrivals, batches, retries, twice, seconds: postedIn } = posted

sayFigures({
  'posted in s': Math.round(postedIn),
  'events a second': Math.round(posted.acknowledged.size / postedIn),
  'settled in s': Math.round((performance.now() - endedAt) / 1_000),
})
sayFigures({ killed, 'replicas that fell behind': lags, asked })
sayFigures({ batches, 'sent again': retries, 'sent twice': twice, arrivals })
sayFigures({ 'on the wires': sumOf(wires.map(({ seen }) => seen)) })
sayFigures({ events: found })
sayFigures({ sessions })
sayFigures({ ledger })
for (const table of unequal) say(`differs: ${table}`)

const checks = {
  'no acknowledged event is lost': found.lost === 0,
  'no event is there twice': found.doubled === 0 && found.stored === found.acknowledged,
  'the replicas of a shard have the same rows': unequal.length === 0,
  'the ledger accepted each event once': ledger.accepted === found.stored,
  'the ledger knows what became of each arrival':
    ledger.received === ledger.accepted + ledger.duplicate &&
    ledger.received >= arrivals.acknowledged &&
    ledger.received <= arrivals.attempted,
  'the sessions are those of the rulebook':
    sessions.missing + sessions.others + sessions.different + sessions.doubled === 0 &&
    sessions.told === sessions.counted,
}
for (const [what, isSo] of Object.entries(checks)) say(`${isSo ? 'yes' : 'NO '} ${what}`)
const passed = Object.values(checks).filter(Boolean).length

for (const site of sites) await site.stop()
for (const wire of wires) wire.stop()
await stop()
writeResults(values.results, { passed, failed: Object.keys(checks).length - passed })

function othersOf(node) {
  return shards[node.shard].filter((other) => other !== node)
}

function inWords(figure) {
  if (typeof figure !== 'object') return String(figure)
  const named = Object.entries(figure).map(([name, n]) =>
    Array.isArray(figure) ? inWords(n) : `${name} ${inWords(n)}`,
  )
  return `(${named.join(', ')})`
}

function sumOf(all) {
  const sum = {}
  for (const one of all) for (const [name, n] of Object.entries(one)) sum[name] = (sum[name] ?? 0) + n
  return sum
}
