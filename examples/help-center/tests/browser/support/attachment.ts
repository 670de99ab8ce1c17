import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A file that no page shows: a click on it begins to leave the page, and the page stays. */
export async function serveAttachment(): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((_asked, answer) => {
    answer.writeHead(200, { 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="a.zip"' })
    answer.end('no zip')
  }).listen(0)
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/a.zip`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
