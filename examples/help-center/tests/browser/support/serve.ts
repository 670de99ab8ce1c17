import { once } from 'node:events'
import { createServer, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Served {
  readonly url: string
  close(): void
}

/** A server of another origin, with one answer to everything. */
export async function serve(body: string, headers: OutgoingHttpHeaders): Promise<Served> {
  const server = createServer((_asked, answer) => {
    answer.writeHead(200, headers)
    answer.end(body)
  }).listen(0)
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
