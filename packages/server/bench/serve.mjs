// serve.mjs <mode> <folder>: one server, of five kinds, over node:http. Says its port, and at the end what it has used.
//   bare       reads the body and answers
//   parse      reads the body, parses the JSON and checks every event as the collector does
//   web        the same, handed over as a Request and a Response, as Next does
//   durable    the collector over the log alone: on disk before it answers, never drained
//   queryable  the collector over the store: on disk before it answers, drained every two seconds
import { createServer } from 'node:http'
import { join } from 'node:path'
import { parseBatch } from '@helptally/core/schema'
import { createCollector, openStore } from '@helptally/server'
import { sortEvents } from '../dist/collector/sortEvents.js'
import { SegmentLog } from '../dist/log/segmentLog.js'

const [, , mode, folder] = process.argv

function parseOnly(body) {
  const { batch } = parseBatch(JSON.parse(String(body)))
  const { rejected } = sortEvents(batch.events, batch.sentAt)
  return JSON.stringify({ received: batch.events.length, rejected, mark: null })
}

async function parseRequest(request) {
  return new Response(parseOnly(await request.text()), { status: 202 })
}

function logOnly() {
  const log = new SegmentLog(join(folder, 'log'))
  return {
    append: (rows) => log.append(Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))),
    query: async () => [],
    close: () => log.rotate(),
  }
}

const store = mode === 'durable' ? logOnly() : mode === 'queryable' ? openStore(`duckdb:${folder}`) : null
const collector = store && createCollector({ store })

async function answer(request, body) {
  if (mode === 'bare') return [202, '{}']
  if (mode === 'parse') return [202, parseOnly(body)]
  const asked = new Request('http://localhost/events', { method: 'POST', headers: request.headers, body })
  const response = collector ? await collector.handle(asked, ['events']) : await parseRequest(asked)
  return [response.status, await response.text()]
}

const server = createServer(async (request, response) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const [status, text] = await answer(request, Buffer.concat(chunks))
  response.writeHead(status, { 'content-type': 'application/json' }).end(text)
})
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))

// Whoever measured has gone.
process.on('disconnect', () => process.exit())

process.on('message', async (message) => {
  if (message === 'usage') process.send({ ...process.cpuUsage(), rss: process.memoryUsage().rss })
  if (message !== 'end') return
  const events = mode === 'queryable' ? (await store.query('select count(*) as n from events'))[0].n : null
  await store?.close()
  process.send({ events }, () => process.exit())
})
