// ship.mjs [--folder X] [--events 200000] [--rounds 5] [--every 20000] [--visits 2000]: how fast the log comes to a
// ClickHouse, and how fast its other tables are made of it; CPU of this process (JavaScript and scratch) and of the server.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toLine } from '@helptally/server'
import { seedDay } from '../../dist/seed/seedDay.js'
import { createClickhouseStore } from '../../dist/store/clickhouse/clickhouseStore.js'
import { machine, option } from '../children.mjs'
import { largeShelf } from '../largeShelf.mjs'
import { clusterOf, startClickhouse } from './cluster.mjs'

const DAY_MS = 86_400_000
const folder = await mkdtemp(join(option('folder', tmpdir()), 'helptally-bench-'))
const server = await startClickhouse(option('clickhouse', join(folder, 'clickhouse')))
const cluster = clusterOf(server.port)
const store = createClickhouseStore(cluster, join(folder, 'store'), { shipAfterMs: 1e9, shipAtBytes: 1e12 })
const rounds = Number(option('rounds', 5))
const visitsADay = Number(option('visits', 2_000))
const until = Date.parse(option('until', '2026-11-01'))
const readership = {
  site: 'docs',
  seed: 1,
  shelf: largeShelf({ articles: 2_000, queries: 20_000, missing: 3_000 }),
  visitsADay,
}

async function timed(events, work) {
  const [cpu, theirs, startedAt] = [process.cpuUsage(), await server.usage(), performance.now()]
  await work()
  const [mine, after] = [process.cpuUsage(cpu), await server.usage()]
  const seconds = (performance.now() - startedAt) / 1_000
  const own = (mine.user + mine.system) / 1e6
  const their = (after.user + after.system - theirs.user - theirs.system) / 1e6
  const us = (s) => ((s / events) * 1e6).toFixed(1)
  return `${seconds.toFixed(1)} s, ${Math.round(events / seconds)} a second; us of CPU an event: ours ${us(own)}, the server's ${us(their)}`
}

console.log(await machine())
await store.query('select 1')
for (let round = 0; round < rounds; round++) {
  const start = until + round * DAY_MS
  const tabs = [...seedDay(readership, { start, weekday: new Date(start).getUTCDay() })].sort(
    (a, b) => a.events[0].ts - b.events[0].ts,
  )
  const lines = tabs.flatMap(({ events, reader }) =>
    events.map((event) => toLine(event, event.ts + 600, event.ts, { device: reader.device })),
  )
  for (let at = 0; at < lines.length; at += 4_000) await store.append(lines.slice(at, at + 4_000))
  console.log(`${lines.length} events of ${new Set(lines.map(({ visitor_id }) => visitor_id)).size} visitors`)
  console.log(`  ship:   ${await timed(lines.length, () => store.query('select 1'))}`)
  console.log(`  derive: ${await timed(lines.length, () => store.query('select count(*) as n from sessions s'))}`)
}
console.log(await machine())
await store.close()
await server.end()
await rm(folder, { recursive: true })
