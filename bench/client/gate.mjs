// The network between a page and the collector, and all that can go wrong with it.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { parseBatch } from '@helptally/core/schema'

/** Below the ports that the system gives out by itself: nobody takes ours while the gate is shut. */
const FIRST_PORT = 21_000
const LAST_PORT = 32_000
let nextPort = FIRST_PORT

/** What becomes of a request; each event is told by how often it has come before. */
const FAULTS = {
  none: () => 'deliver',
  'busy twice': (times) => (times.some((before) => before < 2) ? 'busy' : 'deliver'),
  'answer lost': (times) => (times.some((before) => before < 1) ? 'deliver and cut' : 'deliver'),
}

/** `newCollector` makes one as a start of the server does: it remembers nothing. */
export async function openGate(newCollector) {
  let collector = newCollector()
  let fault = FAULTS.none
  /** How often each event was brought, by its id. */
  const brought = new Map()
  /** How often each was taken. */
  const taken = new Map()
  /** The tabs that they came from. */
  const tabs = new Set()
  /** The ids of the votes among them. */
  const votes = new Set()
  /** Epoch ms. */
  let lastVoteAt = 0
  let lastRequestAt = 0

  const onRequest = async (asked, answer) => {
    const body = await buffer(asked).catch(() => undefined)
    // The browser went before it had sent all of it.
    if (!body || answer.destroyed) return
    lastRequestAt = Date.now()
    const { events } = parseBatch(JSON.parse(body)).batch
    const fate = fault(events.map(({ id }) => brought.get(id) ?? 0))
    for (const { id } of events) countUp(brought, id)
    if (fate === 'busy') return answer.writeHead(503, { 'access-control-allow-origin': '*' }).end()
    const response = await collector.handle(toRequest(asked, body), ['events'])
    if (response.status === 202) note(events)
    if (fate === 'deliver and cut') return asked.socket.destroy()
    answer.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text())
  }

  const note = (events) => {
    for (const { id, tabId, name } of events) {
      countUp(taken, id)
      tabs.add(tabId)
      if (name !== 'help.feedback.vote' || votes.has(id)) continue
      votes.add(id)
      lastVoteAt = Date.now()
    }
  }

  let server
  const port = await takePort(listen)
  async function listen(wanted) {
    server = createServer((asked, answer) => void onRequest(asked, answer)).listen(wanted, '127.0.0.1')
    await once(server, 'listening')
  }
  const shut = async () => {
    if (!server.listening) return
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  return {
    base: `http://127.0.0.1:${port}/api/help`,
    taken,
    tabs,
    votes,
    lastVoteAt: () => lastVoteAt,
    lastRequestAt: () => lastRequestAt,
    fail(name) {
      fault = FAULTS[name]
    },
    /** Connections are refused, as by a server that is down. */
    shut,
    /** The server is started again. */
    async open() {
      collector = newCollector()
      await listen(port)
    },
  }
}

function countUp(counts, id) {
  counts.set(id, (counts.get(id) ?? 0) + 1)
}

async function takePort(listen) {
  for (;;) {
    const port = nextPort++
    if (port > LAST_PORT) throw new Error(`[helptally] Found no free port from ${FIRST_PORT} to ${LAST_PORT}.`)
    try {
      await listen(port)
      return port
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error
    }
  }
}

function toRequest({ method, url, headers }, body) {
  return new Request(new URL(url, 'http://gate'), { method, headers, body })
}
