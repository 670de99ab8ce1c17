// drain.mjs [--events 200000] [--rounds 5] [--stored 1000000]: how fast closed segments come into the engine, by CPU time
// of the whole process, and what an event weighs on disk.
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from '@helptally/core'
import { openStore, toLine } from '@helptally/server'
import { SegmentLog } from '../dist/log/segmentLog.js'
import { machine, median, option } from './children.mjs'
import { eventsOf } from './events.mjs'

const folder = await mkdtemp(join(option('folder', tmpdir()), 'helptally-bench-'))
const store = openStore(`duckdb:${folder}`)
/** Another one than the store's, which would begin to drain before all is there. */
const log = new SegmentLog(join(folder, 'log'))
const events = Number(option('events', 200_000))
const rounds = Number(option('rounds', 5))
const stored = Number(option('stored', 1_000_000))
/** Of one tab, and one session. */
const VISIT = 10
const VISITORS = 20_000
const newId = () => uuidv7(Date.now(), crypto.getRandomValues.bind(crypto))
const visitors = Array.from({ length: VISITORS }, newId)

/** Ids as random as those of pages: they are most of what an event weighs. */
function visit() {
  const visitorId = visitors[Math.floor(Math.random() * VISITORS)]
  const ids = { tabId: newId(), sessionId: newId(), visitorId }
  return eventsOf(VISIT, Date.now()).map((event) =>
    toLine({ ...event, ...ids, id: newId() }, event.ts + 1_000, event.ts),
  )
}

const makeVisits = (count) => Array.from({ length: count / VISIT }, visit)

async function append(visits) {
  for (let at = 0; at < visits.length; at += 1_000) {
    await log.append(
      Buffer.from(
        visits
          .slice(at, at + 1_000)
          .flat()
          .map((line) => `${JSON.stringify(line)}\n`)
          .join(''),
      ),
    )
  }
  await log.rotate()
}

async function rateOf(visits) {
  await append(visits)
  const before = process.cpuUsage()
  await store.query('select 1')
  const { user, system } = process.cpuUsage(before)
  return (visits.length * VISIT) / ((user + system) / 1e6)
}

console.log(await machine())
const rates = []
const again = []
let made = 0
for (; made < stored; made += 100_000) {
  await append(makeVisits(100_000))
  await store.query('select 1')
}
await store.query('checkpoint')
const { size } = await stat(join(folder, 'helptally.duckdb'))
for (let round = 0; round < rounds; round++) {
  const visits = makeVisits(events)
  rates.push(await rateOf(visits))
  again.push(await rateOf(visits))
  made += events
}
const [{ n, ids }] = await store.query('select count(*) as n, count(distinct e.event_id) as ids from events e')
if (n !== made || ids !== made) throw new Error(`made ${made} events, stored ${n}, ${ids} of them different`)
const listed = (figures) =>
  `${Math.round(median(figures))} events per CPU second (${figures.map(Math.round).join(' ')})`
console.log(`drain, into ${stored} events: ${listed(rates)}`)
console.log(`drain, all of them known:    ${listed(again)}`)
console.log(`on disk: ${(size / stored).toFixed(1)} bytes an event (${stored} events, ${(size / 1e6).toFixed(1)} MB)`)
console.log(await machine())
await store.close()
await rm(folder, { recursive: true })
