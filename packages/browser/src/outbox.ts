import type { HelpEvent } from '@helptally/core'
import type { Ports } from './ports/ports.js'

/** Events wait this long for company. */
const FLUSH_MS = 1_000
const MAX_BATCH = 50
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 60_000

export interface Outbox {
  add(event: HelpEvent): void
  /** Sends all that waits, now. */
  flush(): void
  /** Forgets all that waits, for good. */
  clear(): void
}

/** Carries events to the collector in batches, under the ids they were born with, until they are acknowledged. */
export function createOutbox({ clock, random, send }: Ports, url: () => string): Outbox {
  let waiting: HelpEvent[] = []
  let failures = 0
  let cancel: (() => void) | undefined
  let life = 0

  const flush = () => {
    cancel?.()
    cancel = undefined
    while (waiting.length > 0) void post(waiting.splice(0, MAX_BATCH))
  }
  const flushIn = (ms: number) => {
    cancel ??= clock.after(ms, flush)
  }
  const post = async (events: HelpEvent[]) => {
    const born = life
    const reply = await send(url(), JSON.stringify({ sentAt: clock.now(), events })).catch(() => undefined)
    if (born !== life) return
    if (reply?.hopeless) return complain(url(), events.length)
    if (reply?.ok) {
      failures = 0
      return
    }
    waiting = [...events, ...waiting]
    flushIn(reply?.retryAfterMs ?? backOff(failures++))
  }
  const backOff = (tries: number) => {
    const ceiling = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** tries)
    return (ceiling * (256 + random(new Uint8Array(1))[0]!)) / 512
  }
  return {
    add(event) {
      waiting.push(event)
      flushIn(FLUSH_MS)
    },
    flush,
    clear() {
      life++
      waiting = []
      cancel?.()
      cancel = undefined
    },
  }
}

function complain(url: string, count: number): void {
  console.error(
    `[helptally] The collector at ${url} refused ${count} events as a whole. Expected a Helptally collector there; check the "base" option and the route handler.`,
  )
}
