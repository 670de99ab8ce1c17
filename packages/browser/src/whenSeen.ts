import type { Lifecycle } from './ports/ports.js'

/** Runs once the page is really in front of a reader: not prerendered, not in a tab that was never looked at. The answer gives up. */
export function whenSeen(lifecycle: Lifecycle, run: () => void): () => void {
  const isSeen = () => !lifecycle.prerendering && !lifecycle.hidden
  if (isSeen()) {
    run()
    return () => {}
  }
  const stop = lifecycle.onVisibility(() => {
    if (!isSeen()) return
    stop()
    run()
  })
  return stop
}
