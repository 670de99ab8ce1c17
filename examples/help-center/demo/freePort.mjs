import { createServer } from 'node:net'
import { expectation, say } from './say.mjs'

const DEFAULT_PORT = 3000
/** How many neighbours are tried before the demo gives up. */
const MAX_STEPS = 100
/** A server that listens on every address holds the port, and so does one on this machine's own address. */
const ADDRESSES = ['127.0.0.1', '::']

/** The port that was asked for (null: 3000; 0: any), or the next free one. Says so when it moves. */
export async function choosePort(asked) {
  if (asked === 0) return anyFreePort()
  const first = asked ?? DEFAULT_PORT
  for (let port = first; port < first + MAX_STEPS && port <= 65_535; port++) {
    if (!(await isFree(port))) continue
    if (port !== first) say(`Port ${first} is taken, so the help center is on port ${port}.`)
    return port
  }
  throw expectation(`Found no free port from ${first} on. Choose one with PORT=4000 npm run demo.`)
}

export async function isFree(port) {
  for (const address of ADDRESSES) {
    if (!(await canListen(port, address))) return false
  }
  return true
}

function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    // A machine without IPv6 has no such address, and nobody on it.
    server.once('error', ({ code }) => resolve(code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL'))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
