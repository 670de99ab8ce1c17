// load.mjs <port> <connections> <batch> <ms> <first>: posts batches over so many connections, each waiting for its answer.
// Raw sockets, so that the load leaves the machine to the server. Writes what it saw as JSON.
import { connect } from 'node:net'
import { renew, template } from './events.mjs'

const [port, connections, batch, ms, first] = process.argv.slice(2).map(Number)
const latencies = []
let acknowledged = 0
let refused = 0
let bytesPerEvent = 0
const startedAt = performance.now()
const endsAt = startedAt + ms

async function post(connection) {
  const request = template(batch, connection)
  bytesPerEvent = request.bytesPerEvent
  const socket = connect(port, '127.0.0.1').setNoDelay()
  let heard = ''
  let answered = () => undefined
  socket.setEncoding('latin1')
  socket.on('data', (text) => {
    heard += text
    if (isWhole(heard)) answered()
  })
  for (let n = first; performance.now() < endsAt; n += batch) {
    renew(request, connection, n)
    heard = ''
    const sentAt = performance.now()
    await new Promise((resolve) => {
      answered = resolve
      socket.write(request.bytes)
    })
    latencies.push(performance.now() - sentAt)
    if (heard.startsWith('HTTP/1.1 202')) acknowledged += batch
    else if (++refused === 1) process.stderr.write(`${heard}\n`)
  }
  socket.destroy()
}

/** Both kinds of bodies that node:http sends. */
function isWhole(text) {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /content-length: (\d+)/i.exec(text)?.[1]
  return length ? text.length >= head + 4 + Number(length) : text.endsWith('0\r\n\r\n')
}

await Promise.all(Array.from({ length: connections }, (_, i) => post(i)))
const seconds = (performance.now() - startedAt) / 1_000
latencies.sort((a, b) => a - b)
const at = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))]
process.stdout.write(
  JSON.stringify({
    perSecond: acknowledged / seconds,
    acknowledged,
    refused,
    bytesPerEvent,
    p50: at(0.5),
    p99: at(0.99),
    cpu: process.cpuUsage(),
  }),
)
