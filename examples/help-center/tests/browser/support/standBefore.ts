import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { type Served, startServer } from './startServer.js'

export interface Standing {
  /** Runs first in each page. */
  readonly script: string
  /** Hears of each request; true when it has answered it itself. */
  onAsk?(asked: IncomingMessage, answer: ServerResponse): boolean
}

/**
 * Stands before a site and puts a script first into each of its pages. Not every browser can be told to run a script
 * before a page's own, and telling Chromium so ends its prerendering.
 */
export function standBefore(site: string, { script, onAsk }: Standing): Promise<Served> {
  const { hostname, port } = new URL(site)
  return startServer((asked, answer) => {
    if (onAsk?.(asked, answer)) return
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
        const page = Buffer.concat(parts).toString()
        answer.end(page.replace('<head>', () => `<head><script>${script}</script>`))
      })
    })
    onward.on('error', () => answer.destroy())
    pipeline(asked, onward, () => {})
  })
}
