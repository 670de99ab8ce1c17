import { createHmac } from 'node:crypto'
import { uuidv7 } from '@helptally/core'

/** Ids to keep in the place of a platform's, which are often telephone numbers. */
export interface Pseudonyms {
  visitor(site: string, visitor: string): string
  conversation(site: string, channel: string, conversation: string): string
  /** Sorts by time, like the ids that pages make. */
  event(site: string, channel: string, id: string, at: number): string
}

/** The same secret gives the same pseudonyms; without it nobody finds out whose they are by trying all numbers. */
export function createPseudonyms(secret: string): Pseudonyms {
  const keyed = (...parts: readonly string[]): Buffer =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest()
  return {
    visitor: (site, visitor) => uuidOf(keyed('visitor', site, visitor)),
    conversation: (site, channel, conversation) => uuidOf(keyed('conversation', site, channel, conversation)),
    event: (site, channel, id, at) =>
      uuidv7(at, (bytes) => {
        bytes.set(keyed('event', site, channel, id).subarray(0, bytes.length))
        return bytes
      }),
  }
}

/** A UUIDv8 (RFC 9562, 5.8) of the first 16 bytes. */
function uuidOf(digest: Buffer): string {
  const bytes = Buffer.from(digest.subarray(0, 16))
  bytes[6] = 0x80 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
