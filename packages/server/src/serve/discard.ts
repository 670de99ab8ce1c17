import type { IncomingMessage } from 'node:http'

const MOST_BYTES = 1_048_576
const MOST_MS = 1_000

/**
 * Takes in what is left of a body that nobody reads, for a while: whoever is cut off while sending may never see the
 * answer (RFC 9112, 9.6). Resolves when there is no more, or enough has come.
 */
export function discard(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0
    const enough = (): void => {
      clearTimeout(timer)
      incoming.off('data', count).off('close', enough).off('end', enough)
      resolve()
    }
    const count = (chunk: Uint8Array): void => {
      bytes += chunk.byteLength
      if (bytes > MOST_BYTES) enough()
    }
    const timer = setTimeout(enough, MOST_MS)
    if (incoming.destroyed || incoming.readableEnded) return enough()
    incoming.on('data', count).once('end', enough).once('close', enough).resume()
  })
}
