import type { Clock } from './ports/ports.js'

/** So long a router may take from an address that redirects to the one it redirects to. */
export const REDIRECT_MS = 1_000

/** Holds back the opening of an article that may only redirect: the last thing that happened, told before anything else is. */
export interface Passing {
  hold(tell: () => void): void
  holds(): boolean
  /** Told after what is held, or now: it says nothing of what the reader does. */
  behind(tell: () => void): void
  settle(): void
  /** It did redirect. */
  withdraw(): void
}

export function createPassing(clock: Clock): Passing {
  let held: (() => void) | null = null
  let queue: (() => void)[] = []
  let cancel = () => {}

  const end = (tell: (() => void) | null) => {
    const told = [...(tell ? [tell] : []), ...queue]
    cancel()
    held = null
    queue = []
    for (const each of told) each()
  }
  const settle = () => end(held)
  return {
    hold(tell) {
      settle()
      held = tell
      cancel = clock.after(REDIRECT_MS, settle)
    },
    holds: () => held !== null,
    behind(tell) {
      if (held) queue.push(tell)
      else tell()
    },
    settle,
    withdraw: () => end(null),
  }
}
