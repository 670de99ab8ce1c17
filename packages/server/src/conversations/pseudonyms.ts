import { createHmac } from 'node:crypto'
import { datedUuidOfDigest, uuidOfDigest } from '../uuidOfDigest.js'

/** Ids to keep in the place of a platform's, which are often telephone numbers. */
export interface Pseudonyms {
  visitor(site: string, visitor: string): string
  conversation(site: string, channel: string, conversation: string): string
  /** Sorts by time (epoch ms), like the ids that pages make; null: before all times, whenever it is told. */
  event(site: string, channel: string, id: string, at: number | null): string
}

/** The same secret gives the same pseudonyms; without it nobody finds out whose they are by trying all numbers. */
export function createPseudonyms(secret: string): Pseudonyms {
  const keyed = (...parts: readonly string[]): Buffer =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest()
  return {
    visitor: (site, visitor) => uuidOfDigest(keyed('visitor', site, visitor)),
    conversation: (site, channel, conversation) => uuidOfDigest(keyed('conversation', site, channel, conversation)),
    event: (site, channel, id, at) => datedUuidOfDigest(keyed('event', site, channel, id), at ?? 0),
  }
}
