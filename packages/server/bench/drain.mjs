// drain.mjs [--events 200000] [--rounds 5] [--stored 1000000]: how fast closed segments come into the engine, by CPU time
// of the whole process, and what an event weighs on disk.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore, toRow } from '@helptally/server'
import { machine, median, option } from './children.mjs'
import { renew, template } from './events.mjs'

const folder = await mkdtemp(join(option('folder', tmpdir()), 'helptally-bench-'))
const store = openStore(`duckdb:${folder}`)
const events = Number(option('events', 200_000))
const rounds = Number(option('rounds', 5))
const stored = Number(option('stored', 1_000_000))
const BATCH = 20
let made = 0

async function append(count) {
  for (let done = 0; done < count; done += 1_000 * BATCH) {
    await Promise.all(
      Array.from({ length: Math.min(1_000, (count - done) / BATCH) }, (_, tab) => store.append(rowsOf(tab % 500))),
    )
  }
}

function rowsOf(tab) {
  const request = template(BATCH, tab)
  renew(request, tab, made)
  made += BATCH
  const text = request.bytes.toString()
  const { sentAt, events: sent } = JSON.parse(text.slice(text.indexOf('\r\n\r\n')))
  return sent.map((event) => toRow(event, sentAt, event.ts))
}

console.log(await machine())
const rates = []
const again = []
while (made < stored) {
  await append(Math.min(events, 100_000))
  await store.query('select 1')
}
for (let round = 0; round < rounds; round++) {
  const from = made
  await append(events)
  rates.push(await drained())
  made = from
  await append(events)
  again.push(await drained())
}
const [{ n, ids }] = await store.query('select count(*) as n, count(distinct e.event_id) as ids from events e')
if (n !== made || ids !== made) throw new Error(`made ${made} events, stored ${n}, ${ids} of them different`)
await store.query('checkpoint')
const { size } = await stat(join(folder, 'helptally.duckdb'))
console.log(
  `drain, into ${stored} events: ${Math.round(median(rates))} events per CPU second (${rates.map(Math.round).join(' ')})`,
)
console.log(`drain, all of them known:    ${Math.round(median(again))} events per CPU second`)
console.log(`on disk: ${(size / n).toFixed(1)} bytes an event (${n} events, ${(size / 1e6).toFixed(1)} MB)`)
console.log(await machine())
await store.close()
await rm(folder, { recursive: true })

async function drained() {
  const before = process.cpuUsage()
  await store.query('select 1')
  const { user, system } = process.cpuUsage(before)
  return events / ((user + system) / 1e6)
}
