// ingest.mjs [--rounds 5] [--ms 2000] [--batches 1,20] [--connections 1,16,64]: how much the collector takes, beside
// servers that do less. Every round visits all of them in turn, so that what else the machine does hits them alike.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load, machine, median, option, startServer } from './children.mjs'

const MODES = ['bare', 'parse', 'web', 'durable', 'queryable']
const rounds = Number(option('rounds', 5))
const ms = Number(option('ms', 2_000))
const numbers = (text) => text.split(',').map(Number)

const folder = await mkdtemp(join(option('folder', tmpdir()), 'helptally-bench-'))
const servers = {}
for (const mode of MODES) servers[mode] = await startServer(mode, join(folder, mode))
console.log(await machine())
console.log(
  '\n| batch | connections | server | events/s | of parse | of web | p50 ms | p99 ms | p99 of parse | events per CPU second |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|')

let acknowledged = 0
for (const batch of numbers(option('batches', '1,20'))) {
  for (const connections of numbers(option('connections', '1,16,64'))) {
    const seen = Object.fromEntries(MODES.map((mode) => [mode, []]))
    for (const mode of MODES) await one(mode, { connections, batch, ms: 700 })
    for (let round = 0; round < rounds; round++) {
      for (const mode of MODES) seen[mode].push(await one(mode, { connections, batch, ms }))
    }
    for (const mode of MODES) console.log(row(mode, batch, connections, seen))
  }
}
console.log(`\n${await machine()}`)
for (const mode of MODES) {
  const { events } = await servers[mode].end()
  if (events === null) continue
  if (events !== acknowledged) throw new Error(`acknowledged ${acknowledged}, stored ${events}`)
  console.log(`every one of the ${events} acknowledged events is in the store, once`)
}
await rm(folder, { recursive: true })

async function one(mode, how) {
  const before = await servers[mode].usage()
  const result = await load(servers[mode], how)
  const after = await servers[mode].usage()
  if (result.refused > 0) throw new Error(`${mode} refused ${result.refused} batches`)
  if (mode === 'queryable') acknowledged += result.acknowledged
  const seconds = (after.user + after.system - before.user - before.system) / 1e6
  return { ...result, perCpuSecond: result.acknowledged / seconds }
}

function row(mode, batch, connections, seen) {
  const of = (key) => median(seen[mode].map((one) => one[key]))
  // Ratios are taken round by round, and then their median.
  const ratio = (key, base) => median(seen[mode].map((one, i) => one[key] / seen[base][i][key])).toFixed(2)
  const rate = Math.round(of('perSecond')).toLocaleString('en')
  const cpu = Math.round(of('perCpuSecond')).toLocaleString('en')
  const cells = [
    batch,
    connections,
    mode,
    rate,
    ratio('perSecond', 'parse'),
    ratio('perSecond', 'web'),
    of('p50').toFixed(2),
    of('p99').toFixed(2),
    ratio('p99', 'parse'),
    cpu,
  ]
  return `| ${cells.join(' | ')} |`
}
