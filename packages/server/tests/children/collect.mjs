// collect.mjs <folder> <from>: a collector under load. Posts batches <from>, <from>+1, ..., several at a time, reads a
// report now and then, and writes the number of each batch that was acknowledged.
import { createCollector, openStore } from '@helptally/server'
import { BATCH, eventOf } from './numberedEvents.mjs'

const [, , folder, from] = process.argv
const collector = createCollector({ store: openStore(`duckdb:${folder}`) })
const AT_ONCE = 8
let next = Number(from)

async function post(batch) {
  const now = Date.now()
  const events = Array.from({ length: BATCH }, (_, i) => eventOf(batch * BATCH + i, now))
  const headers = { 'content-type': 'text/plain' }
  const body = JSON.stringify({ sentAt: now, events })
  return collector.handle(new Request('http://localhost/events', { method: 'POST', headers, body }), ['events'])
}

async function keepPosting() {
  for (;;) {
    const batch = next++
    const response = await post(batch)
    if (response.status !== 202) throw new Error(await response.text())
    process.stdout.write(`${batch}\n`)
  }
}

async function keepReading() {
  for (;;) {
    await new Promise((ok) => setTimeout(ok, 30))
    const response = await collector.handle(new Request('http://localhost/r?site=docs'), ['reports', 'sessions'])
    if (response.status !== 200) throw new Error(await response.text())
  }
}

await Promise.all([...Array.from({ length: AT_ONCE }, keepPosting), keepReading()])
