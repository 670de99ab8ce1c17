// migrate.mjs --folder X [--to clickhouse://…]: events a second of a migration of a store that store.mjs has made, into
// ClickHouse and back into DuckDB. Without --to ClickHouse is chDB behind the shim of the tests, a process of its own.
import { fork } from 'node:child_process'
import { once } from 'node:events'
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
  const startedAt = performance.now()
  const cpuBefore = process.cpuUsage()
  const ended = { copy: startedAt, compare: startedAt, derive: startedAt }
  try {
    const { copied, equal, days } = await migrateStore(source.side, target.side, {
      source: source.id,
      checkpoint: await checkpointOf(target.side.store.folder, source.id),
      add: false,
      onProgress: (phase) => {
        ended[phase] = performance.now()
      },
      signal,
      now: Date.now,
    })
    const endedAt = performance.now()
    const { user, system } = process.cpuUsage(cpuBefore)
    const rate = (ms) => Math.round(copied.events / (ms / 1_000)).toLocaleString('en')
    console.log(
      `${source.side.name} -> ${target.side.name}: ${copied.events} events of ${days.days} days, ` +
        `${equal ? 'equal' : 'NOT EQUAL'}, ${((endedAt - startedAt) / 1_000).toFixed(0)} s, ` +
        `${((user + system) / 1e6).toFixed(0)} CPU s of this process\n` +
        `  copied ${rate(ended.copy - startedAt)} a second, compared ${rate(ended.compare - ended.copy)}, ` +
        `derived ${rate(endedAt - ended.compare)}, in all ${rate(endedAt - startedAt)}; ` +
        `at most ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB`,
    )
  } finally {
    await target.side.close()
    await source.side.close()
  }
}
