import type { OutgoingHttpHeaders } from 'node:http'
import { type Served, startServer } from './startServer.js'

/** A server of another origin, with one answer to everything. */
export function serve(body: string, headers: OutgoingHttpHeaders): Promise<Served> {
  return startServer((_asked, answer) => {
    answer.writeHead(200, headers)
    answer.end(body)
  })
}
