import type { FirstPorts } from './ports/ports.js'
import { drop } from './storing.js'
import { RECORD_KEY } from './tabRecord.js'
import { VISITOR_KEY } from './visitor.js'

/** Removes everything that was ever stored, but for the cookie that remembers the refusal. */
export function wipe({
  sessionStore,
  localStore,
  journal,
}: Pick<FirstPorts, 'sessionStore' | 'localStore' | 'journal'>): void {
  drop(sessionStore, RECORD_KEY)
  drop(localStore, VISITOR_KEY)
  journal?.destroy().catch(() => {})
}
