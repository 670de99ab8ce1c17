import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'
import { withMovedClock } from '../support/movedClock.js'

/** An empty page of the site, without the plugin: where a test sets a cookie before a reader comes. */
export const BLANK = '/blank'

const COLLECTOR = '/api/help/'

/** Not every browser can be told to run a script before a page's own, so it stands in the page. */
const COUNT_CHANNELS = `{
  globalThis.channelsOpened = 0
  const Real = globalThis.BroadcastChannel
  if (Real) globalThis.BroadcastChannel = class extends Real {
    constructor(name) {
      super(name)
      globalThis.channelsOpened++
    }
  }
}`

/** The site as the tests' readers reach it. */
export interface Doorway {
  readonly url: string
  /** How many requests went to the collector so far. */
  collected(): number
  close(): Promise<void>
}

export async function openDoorway(site: string): Promise<Doorway> {
  const clocked = await withMovedClock(site)
  const behind = await withMovedClock(clocked.url, COUNT_CHANNELS)
  const { hostname, port } = new URL(behind.url)
  let collected = 0

  const server = createServer((asked, answer) => {
    if (asked.url === BLANK) return answer.setHeader('content-type', 'text/html').end('<!doctype html>')
    if (asked.url?.startsWith(COLLECTOR)) collected++
    const { url: path, method, headers } = asked
    const onward = request({ hostname, port, path, method, headers }, (answered) => {
      // The reader may have gone on meanwhile.
      if (answer.destroyed) return answered.destroy()
      answer.writeHead(answered.statusCode!, answered.headers)
      pipeline(answered, answer, () => {})
    })
    onward.on('error', () => answer.destroy())
    pipeline(asked, onward, () => {})
  })
  server.listen(0)
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    collected: () => collected,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await behind.close()
      await clocked.close()
    },
  }
}
