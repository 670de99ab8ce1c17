import type { Ports } from './ports/ports.js'

/**
 * A prerendered page is shown before the page that led to it has left and written down what it knew. In a process of its
 * own it sees that only if it does not look at sessionStorage before: Chromium reads it once.
 */
const FOLLOW_MS = 250

/** Runs once the page is really in front of a reader: not prerendered, not in a tab that was never looked at. The answer gives up. */
export function whenSeen({ lifecycle, clock }: Ports, run: () => void): () => void {
  const isSeen = () => !lifecycle.prerendering && !lifecycle.hidden
  if (isSeen()) {
    run()
    return () => {}
  }
  const follows = lifecycle.prerendering
  let stop = lifecycle.onVisibility(() => {
    if (!isSeen()) return
    stop()
    if (follows) stop = clock.after(FOLLOW_MS, run)
    else run()
  })
  return () => stop()
}
