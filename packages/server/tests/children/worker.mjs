// worker.mjs <folder> <from> <step>: one of several site processes under load. Posts the batches <from>, <from> + <step>,
// ..., reads a report now and then, and writes `acknowledged <batch>` and `owner <pid>`.
import { createCollector, openStore } from '@helptally/server'
import { BATCH, eventOf } from './numberedEvents.mjs'

const [, , folder, from, step] = process.argv
const store = openStore(`duckdb:${folder}`)
const collector = createCollector({ store })
const AT_ONCE = 1
let next = Number(from)
let acknowledged = 0

async function keepPosting() {
  for (;;) {
    const batch = next
    next += Number(step)
    const now = Date.now()
    const events = Array.from({ length: BATCH }, (_, i) => eventOf(batch * BATCH + i, now))
    const request = new Request('http://localhost/events', {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ sentAt: now, events }),
    })
    const response = await collector.handle(request, ['events'])
    if (response.status !== 202) throw new Error(await response.text())
    acknowledged += BATCH
    process.stdout.write(`acknowledged ${batch}\n`)
  }
}

async function keepReading() {
  for (;;) {
    await new Promise((ok) => setTimeout(ok, 30))
    const before = acknowledged
    const [{ n }] = await store.query('select count(*) as n from events')
    if (n < before) throw new Error(`a report shows ${n} events, where ${before} were acknowledged before it`)
    const { owner, reason } = await store.health()
    if (!owner) throw new Error(reason)
    process.stdout.write(`owner ${owner}\n`)
  }
}

await Promise.all([...Array.from({ length: AT_ONCE }, keepPosting), keepReading()])
