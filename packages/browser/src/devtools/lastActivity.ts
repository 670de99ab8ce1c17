import { help, idleEndAt, isChatEvent, isIdle, lastActivityOf, type PageEvent } from '@helptally/core'
import type { HelpState } from '../helpEngine.js'
import type { Clock, KeyValueStore } from '../ports/ports.js'
import { readRecord } from '../readRecord.js'

/** When the session on screen was last active, by what can be seen from outside of the engine. */
export interface LastActivity {
  /** Raw input of the reader, at that time (epoch ms). */
  act(at: number): void
  told(event: PageEvent): void
  /** Another session is on screen. */
  follow(session: HelpState['session']): void
  /** Epoch ms; null without a session. */
  at(): number | null
  /** When the session ends if nothing more happens, epoch ms; null without one. */
  endsAt(): number | null
}

/** What the tab has written down is what its engine goes by; it may be a second old, and there may be none. */
export function findLastActivity(clock: Clock, store: KeyValueStore | null): LastActivity {
  let session: HelpState['session'] = null
  let lastAt = 0

  const isOver = (at: number) => isIdle(help, lastAt, at)
  const written = () => {
    const open = readRecord(store, clock)?.thread.open
    return open && open.id === session?.id ? open.lastAt : 0
  }
  const at = () => {
    if (!session) return null
    lastAt = Math.max(lastAt, written())
    return lastAt
  }
  return {
    act(actedAt) {
      if (at() !== null && !isOver(actedAt)) lastAt = Math.max(lastAt, actedAt)
    },
    told(event) {
      if (!isChatEvent(event) && event.sessionId === session?.id) lastAt = Math.max(lastAt, lastActivityOf(event) ?? 0)
    },
    follow(next) {
      if (next?.id === session?.id) return
      session = next
      lastAt = next?.startedAt ?? 0
    },
    at,
    endsAt: () => (at() === null ? null : idleEndAt(help, lastAt)),
  }
}
