// kill.mjs [--kills 100]: kills a collector under load by SIGKILL, in the middle of an append, a rotation, a drain, a
// checkpoint, and starts it again. Then every acknowledged event must be there once, and no batch in part.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openStore } from '@helptally/server'
import { openEngine } from '../dist/store/duckdb/engine.js'
import { machine, median, option } from './children.mjs'

const BATCH = 10
const kills = Number(option('kills', 100))
const script = fileURLToPath(new URL('../tests/children/collect.mjs', import.meta.url))
const folder = await mkdtemp(join(option('folder', tmpdir()), 'helptally-kill-'))
await mkdir(join(folder, 'log'), { recursive: true })

/** What the files show of the moment. */
const MOMENTS = {
  append: { in: 'log', sees: (file) => file.endsWith('.open') },
  rotation: { in: 'log', sees: (file) => file.endsWith('.jsonl') },
  drain: { in: '.', sees: (file) => file === 'helptally.duckdb.wal' },
  checkpoint: { in: '.', sees: (file) => file === 'helptally.duckdb' },
}
const moments = Object.keys(MOMENTS)
const acknowledged = new Set()
const killed = Object.fromEntries(moments.map((moment) => [moment, 0]))
const reopened = []
let from = 0

console.log(await machine())
for (let kill = 0; kill < kills; kill++) {
  while (acknowledged.has(from)) from++
  const moment = moments[kill % moments.length]
  await workUntil(moment, 20 + ((kill * 37) % 150))
  if (kill % 5 === 4) reopened.push(await timeToReopen())
  if (kill % 20 === 19) console.log(`${kill + 1} kills, ${acknowledged.size * BATCH} events acknowledged`)
}

const store = openStore(`duckdb:${folder}`)
const rows = await store.query('select e.event_id, count(*) as n from events e group by e.event_id')
const stored = new Set(rows.map((row) => Number.parseInt(row.event_id.slice(-12), 16)))
const numbers = [...acknowledged].flatMap((batch) => Array.from({ length: BATCH }, (_, i) => batch * BATCH + i))
const [{ torn }] = await store.query(
  `select count(*) as torn from (select e.tab_id from events e group by e.tab_id having count(*) <> ${BATCH})`,
)
const [rolled] = await store.query('select count(*) as sessions, sum(s.events) as events from sessions s')
await store.close()
await rm(folder, { recursive: true })
const found = {
  kills: killed,
  acknowledged: numbers.length,
  lost: numbers.filter((n) => !stored.has(n)).length,
  doubled: rows.filter((row) => row.n > 1).length,
  torn,
  'rolled up otherwise': rolled.events - rows.length,
  'database open after ms, median and worst': medianAndWorst('opened'),
  'all of it answered after ms, median and worst': medianAndWorst('answered'),
}
console.log(found)
console.log(await machine())
if (found.lost + found.doubled + found.torn + Math.abs(found['rolled up otherwise']) > 0) process.exitCode = 1

function medianAndWorst(of) {
  const times = reopened.map((one) => one[of])
  return [median(times), Math.max(...times)].map(Math.round)
}

/** Lets a collector work until it has acknowledged some batches, and kills it when the moment comes next. */
async function workUntil(moment, batches) {
  const child = spawn(process.execPath, [script, folder, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit')
  const { in: place, sees } = MOMENTS[moment]
  let watcher = null
  let seen = 0
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.add(Number(line))
    if (++seen !== batches) continue
    watcher = watch(join(folder, place), (_, file) => {
      if (!file || !sees(file) || child.killed) return
      child.kill('SIGKILL')
      killed[moment]++
    })
  }
  watcher?.close()
  const [, signal] = await exit
  if (signal !== 'SIGKILL') throw new Error('the collector ended by itself')
}

/** Until the database is open, and until the next life answers with all that the last one acknowledged. */
async function timeToReopen() {
  const opened = await timeOf(async () => (await openEngine(folder)).close())
  const store = openStore(`duckdb:${folder}`)
  const answered = await timeOf(() => store.query('select 1'))
  await store.close()
  return { opened, answered }
}

async function timeOf(work) {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
