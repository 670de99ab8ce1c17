import type { Ports } from './ports/ports.js'
import type { Left } from './tabTalk.js'

/** What the page before has written arrives a little later than the news that it has left. */
const FOLLOW_MS = 250
/** A page whose thread is busy leaves late. */
const LONGEST_MS = 3_000

export interface Waiting {
  /** The page is left: what waits only for the page before does not wait any longer. */
  hurry(): void
  stop(): void
}

export interface Prerender {
  /** The tab that the page before counts in; null when nobody could tell while the page was prerendered. */
  readonly tabId: string | null
}

/**
 * Runs once the page is really in front of a reader: not prerendered, not in a tab that was never looked at.
 *
 * A prerendered page is shown before the page that led to it has left and written down what it knew. It sees that only
 * if it does not look at sessionStorage before: Chromium reads it once for a page that is shown. Nor may it look at the
 * locks: Chromium ends a page on its way into the bfcache, unheard, when its locks are asked for.
 */
export function whenSeen(
  { lifecycle, clock, openChannel }: Ports,
  prerender: Prerender | null,
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
  const runIn = (ms: number) => {
    stop()
    stop = clock.after(ms, runNow)
  }
  const follow = (tabId: string) => {
    const channel = openChannel((data) => {
      const message = data as Partial<Left> | null
      if (message?.type === 'left' && message.tabId === tabId) runIn(FOLLOW_MS)
    })
    if (!channel) return runIn(FOLLOW_MS)
    const cancel = clock.after(LONGEST_MS, runNow)
    stop = () => {
      cancel()
      channel.close()
    }
  }
  const look = () => {
    if (!isSeen()) return
    if (!prerender) return runNow()
    stop()
    isDue = true
    if (prerender.tabId) follow(prerender.tabId)
    else runIn(FOLLOW_MS)
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
