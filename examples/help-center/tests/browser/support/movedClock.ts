import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pipeline } from 'node:stream'

/** Set it in the browser to let that many ms pass in all its pages at once, those that sleep included. */
export const MOVED_BY_COOKIE = 'test_moved_by'

/** Moves both clocks of a page by what the cookie says. Timers stay: to the page it is as if nothing had run meanwhile. */
const MOVE_CLOCKS = `{
  const movedBy = () => Number(/(?:^|; )${MOVED_BY_COOKIE}=(\\d+)/.exec(document.cookie)?.[1] ?? 0)
  const [wall, mono] = [Date.now.bind(Date), performance.now.bind(performance)]
  Date.now = () => wall() + movedBy()
  performance.now = () => mono() + movedBy()
}`

export interface MovedClock {
  /** Where the same site is served with clocks that the cookie moves. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Stands before a site and puts a script first into each of its pages. Not every browser can be told to run a script
 * before a page's own, and telling Chromium so ends its prerendering.
 */
export async function withMovedClock(site: string, script = MOVE_CLOCKS): Promise<MovedClock> {
  const { hostname, port } = new URL(site)
  const server: Server = createServer((asked, answer) => {
    const headers = { ...asked.headers, 'accept-encoding': 'identity' }
    const onward = request({ hostname, port, path: asked.url, method: asked.method, headers }, (answered) => {
      // A browser that is gone waits for no answer.
      if (answer.destroyed) return answered.destroy()
      const isPage = answered.headers['content-type']?.startsWith('text/html') ?? false
      const { 'content-length': _length, ...kept } = answered.headers
      answer.writeHead(answered.statusCode!, isPage ? kept : answered.headers)
      if (!isPage) return pipeline(answered, answer, () => {})
      const parts: Buffer[] = []
      answered.on('data', (part) => parts.push(part))
      answered.on('end', () => {
        answer.end(
          Buffer.concat(parts)
            .toString()
            .replace('<head>', () => `<head><script>${script}</script>`),
        )
      })
    })
    onward.on('error', () => answer.destroy())
    pipeline(asked, onward, () => {})
  })
  server.listen(0)
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
