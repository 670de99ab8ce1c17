import type { HelpEvent } from '@helptally/core'
import type { Ports } from './ports/ports.js'

/** Events wait this long for company. */
const FLUSH_MS = 1_000
/** So many of the longest events stay below the 64 KiB that `fetch` with `keepalive` and the collector take. */
const MAX_BATCH = 20
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 60_000
/** However long the collector asks for: browsers take a greater delay than 2^31 ms for none. */
const LONGEST_WAIT_MS = 3_600_000

/** Durable. Anything else with a 2xx is somebody's login page. */
const ACCEPTED = 202
/** Sending the same again cannot help. */
const HOPELESS = [400, 413, 415]
const TOO_MANY = 429
const SERVER_FAULT = 500

export interface Outbox {
  add(event: HelpEvent): void
  /** Sends all that waits, now. */
  flush(): void
  /** Forgets all that waits, for good. */
  clear(): void
}

export interface OutboxParts {
  /** The collector's address. */
  url(): string
  /** Asked before each sending: the reader may have refused elsewhere, unheard. */
  mayPost(): boolean
}

/** Carries events to the collector in batches, under the ids they were born with, until they are acknowledged. */
export function createOutbox({ clock, random, send }: Ports, { url, mayPost }: OutboxParts): Outbox {
  let waiting: HelpEvent[] = []
  let failures = 0
  let cancel: (() => void) | undefined
  let life = 0
  let complained = false

  const flush = () => {
    cancel?.()
    cancel = undefined
    if (waiting.length > 0 && !mayPost()) return
    while (waiting.length > 0) void post(waiting.splice(0, MAX_BATCH))
  }
  const flushIn = (ms: number) => {
    cancel ??= clock.after(ms, flush)
  }
  const post = async (events: HelpEvent[]) => {
    const born = life
    const reply = await send(url(), JSON.stringify({ sentAt: clock.now(), events })).catch(() => undefined)
    if (born !== life) return
    if (reply?.status === ACCEPTED) {
      failures = 0
      return
    }
    if (reply && reply.status < SERVER_FAULT && reply.status !== TOO_MANY) complain(reply.status)
    if (reply && HOPELESS.includes(reply.status)) return
    waiting = [...events, ...waiting]
    cancel?.()
    cancel = clock.after(Math.min(reply?.retryAfterMs ?? backOff(failures++), LONGEST_WAIT_MS), flush)
  }
  const complain = (status: number) => {
    if (complained) return
    complained = true
    console.error(
      `[helptally] Expected a collector at ${url()}, which answers 202; got ${status}. Check the "base" option, the route handler, and what stands before it.`,
    )
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
