import { createHmac, createSecretKey } from 'node:crypto'
import { uuidv7 } from '@helptally/core'

/**
 * Names for what a log tells. The same key gives the same names, so that a line that is read again is the same event;
 * without it nobody can try out which address has which name.
 */
export interface Pseudonyms {
  /** Who has this address and this user agent is taken for one visitor. */
  visitor(address: string, agent: string | null): string
  /** The `nth` time that a file has this very line, from 1. `at`: epoch ms. */
  event(line: string, nth: number, at: number): string
  /** The tab of a visit that this event began. */
  tab(eventId: string, at: number): string
}

export function createPseudonyms(key: Uint8Array, site: string): Pseudonyms {
  // The same line may be of two help centers.
  const ofSite = createSecretKey(createHmac('sha256', key).update(site).digest())
  const hash = (...what: readonly string[]): Buffer =>
    createHmac('sha256', ofSite).update(JSON.stringify(what)).digest()
  const dated = (at: number, bytes: Buffer): string =>
    uuidv7(at, (array) => {
      array.set(bytes.subarray(0, array.length))
      return array
    })
  return {
    visitor: (address, agent) => uuidv8(hash('visitor', address, agent ?? '')),
    event: (line, nth, at) => dated(at, hash('event', line, String(nth))),
    tab: (eventId, at) => dated(at, hash('tab', eventId)),
  }
}

/** A UUID of bits that mean something to us alone (RFC 9562, 5.8). */
function uuidv8(bytes: Buffer): string {
  const own = Buffer.from(bytes.subarray(0, 16))
  own[6] = 0x80 | (own[6]! & 0x0f)
  own[8] = 0x80 | (own[8]! & 0x3f)
  return own.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
