import { createHmac, createSecretKey } from 'node:crypto'
import { datedUuidOfDigest, uuidOfDigest } from '../uuidOfDigest.js'

/**
 * Names for what a log tells. The same key gives the same names, so that a line that is read again is the same event;
 * without it nobody can try out which address has which name.
 */
export interface LogNames {
  /** Who has this address and this user agent is taken for one visitor. */
  visitor(address: string, agent: string | null): string
  /** The `nth` time that a file has this very line, from 1. `at`: epoch ms. */
  event(line: string, nth: number, at: number): string
  /** The tab of a visit that this event began. */
  tab(eventId: string, at: number): string
}

export function createLogNames(key: Uint8Array, site: string): LogNames {
  // The same line may be of two help centers. A key that is made once, not with every name, is five times as fast.
  const ofSite = createSecretKey(createHmac('sha256', key).update(site).digest())
  const keyed = (...parts: readonly string[]): Buffer =>
    createHmac('sha256', ofSite).update(JSON.stringify(parts)).digest()
  return {
    visitor: (address, agent) => uuidOfDigest(keyed('visitor', address, agent ?? '')),
    event: (line, nth, at) => datedUuidOfDigest(keyed('event', line, String(nth)), at),
    tab: (eventId, at) => datedUuidOfDigest(keyed('tab', eventId), at),
  }
}
