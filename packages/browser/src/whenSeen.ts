import type { Ports } from './ports/ports.js'

/**
 * A prerendered page is shown before the page that led to it has left and written down what it knew. In a process of its
 * own it sees that only if it does not look at sessionStorage before: Chromium reads it once.
 */
const FOLLOW_MS = 250

export interface Waiting {
  /** The page is left: what waits only for the page before does not wait any longer. */
  hurry(): void
  stop(): void
}

/** Runs once the page is really in front of a reader: not prerendered, not in a tab that was never looked at. */
export function whenSeen({ lifecycle, clock }: Ports, run: () => void): Waiting {
  const isSeen = () => !lifecycle.prerendering && !lifecycle.hidden
  const follows = lifecycle.prerendering
  let isDue = false
  let stop = () => {}

  const runNow = () => {
    stop()
    isDue = false
    run()
  }
  if (isSeen()) runNow()
  else
    stop = lifecycle.onVisibility(() => {
      if (!isSeen()) return
      if (!follows) return runNow()
      stop()
      isDue = true
      stop = clock.after(FOLLOW_MS, runNow)
    })
  return {
    hurry() {
      if (isDue) runNow()
    },
    stop: () => stop(),
  }
}
