import type { Clock } from './ports/ports.js'

/** So long a router may take from an address that redirects to the one it redirects to. */
export const REDIRECT_MS = 1_000

/** Holds back the opening of an article that may only redirect: the last thing that happened, told before anything else is. */
export interface Passing {
  hold(tell: () => void): void
  holds(): boolean
  settle(): void
  /** It did redirect. */
  withdraw(): void
}

export function createPassing(clock: Clock): Passing {
  let held: (() => void) | null = null
  let cancel = () => {}

  const withdraw = () => {
    cancel()
    held = null
  }
  const settle = () => {
    const tell = held
    withdraw()
    tell?.()
  }
  return {
    hold(tell) {
      settle()
      held = tell
      cancel = clock.after(REDIRECT_MS, settle)
    },
    holds: () => held !== null,
    settle,
    withdraw,
  }
}
