import type { IncomingMessage } from 'node:http'

/** That of the connection, where no proxy stands before the server. */
export const OF_CONNECTION = 'socket'

/**
 * The client's address, as the header has it that the site's own proxy sets; of a list the last one, which is the one
 * that the nearest proxy saw. null when none is known.
 */
export function addressOf({ headers, socket }: IncomingMessage, from: string | undefined): string | null {
  if (from === undefined) return null
  if (from === OF_CONNECTION) return socket.remoteAddress?.replace(/^::ffff:/, '') ?? null
  const value = headers[from.toLowerCase()]
  const last = (Array.isArray(value) ? value.join(',') : (value ?? '')).split(',').at(-1)!.trim()
  return last || null
}
