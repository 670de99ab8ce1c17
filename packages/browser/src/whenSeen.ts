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
export function whenSeen(
  { lifecycle, clock }: Ports,
  { wasPrerendered }: { readonly wasPrerendered: boolean },
  run: () => void,
): Waiting {
  const isSeen = () => !lifecycle.prerendering && !lifecycle.hidden
  let isDue = false
  let stop = () => {}

  const runNow = () => {
    stop()
    isDue = false
    run()
  }
  const look = () => {
    if (!isSeen()) return
    if (!wasPrerendered) return runNow()
    stop()
    isDue = true
    stop = clock.after(FOLLOW_MS, runNow)
  }
  stop = lifecycle.onVisibility(look)
  look()
  return {
    hurry() {
      if (isDue) runNow()
    },
    stop: () => stop(),
  }
}
