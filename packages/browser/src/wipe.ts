import type { KeyValueStore, Ports } from './ports/ports.js'
import { RECORD_KEY } from './tabRecord.js'
import { VISITOR_KEY } from './visitor.js'

/** Removes everything that was ever stored, but for the cookie that remembers the refusal. */
export function wipe({ sessionStore, localStore }: Ports): void {
  remove(sessionStore, RECORD_KEY)
  remove(localStore, VISITOR_KEY)
}

function remove(store: KeyValueStore | null, key: string): void {
  try {
    store?.removeItem(key)
  } catch {
    // What may not be touched holds nothing of ours.
  }
}
