// migrate.mjs --folder X [--to clickhouse://…]: events a second of a migration of a store that store.mjs has made, into
// ClickHouse and back into DuckDB. Without --to ClickHouse is chDB behind the shim of the tests, a process of its own.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkpointOf } from '../dist/migrate/checkpoint.js'
import { migrateStore } from '../dist/migrate/migrateStore.js'
import { openSide } from '../dist/migrate/openSide.js'
import { machine, option } from './children.mjs'

const folder = option('folder')
if (!folder) throw new Error('Expected --folder <a folder that store.mjs has filled>, got none.')
const work = await mkdtemp(join(tmpdir(), 'helptally-migrate-'))
const shim = option('to')
  ? null
  : fork(fileURLToPath(new URL('../tests/children/clickhouseShim.mjs', import.meta.url)), [join(work, 'chdb'), '0'])
const port = shim && (await once(shim, 'message'))[0].port
const cluster = option('to') ?? `clickhouse://127.0.0.1:${port}/default?folder=${join(work, 'log')}`
console.log(await machine())
try {
  await measure(`duckdb:${folder}`, cluster)
  await measure(cluster, `duckdb:${join(work, 'back')}`)
  console.log(await machine())
} finally {
  shim?.kill('SIGKILL')
  await rm(work, { recursive: true, force: true })
}

async function measure(from, to) {
  const { signal } = new AbortController()
  const [source, target] = [openSide(from, signal, console.error), openSide(to, signal, console.error)]
  const phases = new Map()
  let [at, before] = [performance.now(), cpu()]
  const count = (phase) => {
    const known = phases.get(phase) ?? { seconds: 0, cpu: 0 }
    phases.set(phase, { seconds: known.seconds + (performance.now() - at) / 1_000, cpu: known.cpu + cpu() - before })
    at = performance.now()
    before = cpu()
  }
  try {
    const { copied, equal, days } = await migrateStore(source.side, target.side, {
      source: source.id,
      checkpoint: await checkpointOf(target.side.store.folder, source.id),
      add: false,
      onProgress: count,
      signal,
      now: Date.now,
    })
    count('derive')
    console.log(
      `${source.side.name} -> ${target.side.name}: ${copied.events} events of ${days.days} days, ${equal ? 'equal' : 'NOT EQUAL'}`,
    )
    for (const [phase, { seconds, cpu }] of phases) {
      const rate = (n) => Math.round(copied.events / n).toLocaleString('en')
      console.log(`  ${phase}: ${rate(seconds)} events a second, ${rate(cpu)} a CPU second of both processes`)
    }
    console.log(`  at most ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB of this process`)
  } finally {
    await target.side.close()
    await source.side.close()
  }
}

/** Of this process and of the shim, seconds. */
function cpu() {
  const { user, system } = process.cpuUsage()
  const ticks = shim ? readFileSync(`/proc/${shim.pid}/stat`, 'utf8').split(' ').slice(13, 15) : []
  return (user + system) / 1e6 + ticks.reduce((sum, n) => sum + Number(n) / 100, 0)
}
