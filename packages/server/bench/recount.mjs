// recount.mjs --folder X [--runs 3] [--dist ../dist] [--beside ../.another-dist]: events per second and per CPU second
// from a store that store.mjs has made to the answer of a recount, and the memory that it takes; with another build of
// this package beside it, by turns. Each run is a process of its own over the same copy of the store.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { machine, median, option } from './children.mjs'

const DAY_MS = 86_400_000

const [, , mode, dist, folder] = process.argv
if (mode === 'run') await recountIn(dist, folder)
else await compare()

async function compare() {
  const store = option('folder')
  if (!store) throw new Error('Expected --folder <a folder that store.mjs has filled>, got none.')
  const builds = [option('dist', '../dist'), option('beside')].filter(Boolean)
  const copy = await mkdtemp(`${store}-recount-`)
  console.log(await machine())
  try {
    await cp(store, copy, { recursive: true })
    const seen = builds.map(() => [])
    for (let run = 0; run < Number(option('runs', 3)); run++)
      for (const [i, build] of builds.entries()) {
        seen[i].push(await runOf(build, copy))
        console.log(build, JSON.stringify(seen[i].at(-1)))
      }
    for (const [i, build] of builds.entries()) console.log(`${build}: ${said(seen[i])}`)
    if (seen[1]) {
      const ratio = (key) => median(seen[0].map((one, run) => seen[1][run][key] / one[key])).toFixed(2)
      console.log(`the other one takes ${ratio('cpuS')} times the CPU time, and ${ratio('wallS')} times the time`)
    }
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
  console.log(await machine())
}

function said(runs) {
  const rate = (key) => Math.round(median(runs.map((one) => one.events / one[key]))).toLocaleString('en')
  return `${rate('wallS')} events a second, ${rate('cpuS')} a CPU second, at most ${Math.max(...runs.map(({ peakMb }) => peakMb))} MB`
}

async function runOf(build, copy) {
  const child = fork(fileURLToPath(import.meta.url), ['run', build, copy])
  const [told] = await once(child, 'message')
  await once(child, 'exit')
  return told
}

async function recountIn(build, copy) {
  const { openStore } = await import(`${build}/store/openStore.js`)
  const { recountLog } = await import(`${build}/recount/recountLog.js`)
  const { until, days } = JSON.parse(await readFile(join(copy, 'made.json'), 'utf8'))
  const from = until - days * DAY_MS
  const starts = Array.from({ length: days }, (_, day) => from + day * DAY_MS)
  const store = openStore(`duckdb:${copy}`)
  await store.health()
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  const { events, tabs, named } = await recountLog(store, { site: 'docs', from, to: until, starts, rules: null })
  const { user, system } = process.cpuUsage(cpu)
  const told = {
    ...{ events, tabs, differences: named.length, wallS: (performance.now() - begun) / 1000 },
    ...{ cpuS: (user + system) / 1e6, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) },
  }
  await store.close()
  process.send(told)
  process.disconnect()
}
