import type { Ports } from '../ports/ports.js'
import { listen } from './listen.js'

/** Scrolling counts only as the outcome of an input this recent, */
const SCROLL_FOLLOWS_MS = 1_000
/** and no longer than this: momentum ends, a page that scrolls itself does not. */
const SCROLL_LASTS_MS = 10_000

/**
 * Calls back for each act of the reader: pointer down, key, wheel, touch, and the scrolling that follows them.
 * Events made by scripts are not trusted, and scripts scroll too.
 */
export function watchActivity({ clock, trusts }: Ports, onAct: (at: number) => void): () => void {
  let inputAt = Number.NEGATIVE_INFINITY
  let scrolledAt = inputAt
  const stopInput = listen(window, ['pointerdown', 'keydown', 'wheel', 'touchstart', 'touchmove'], (event) => {
    if (!trusts(event)) return
    inputAt = clock.now()
    scrolledAt = inputAt
    onAct(inputAt)
  })
  const stopScroll = listen(window, ['scroll'], (event) => {
    const at = clock.now()
    if (!trusts(event) || at - scrolledAt > SCROLL_FOLLOWS_MS || at - inputAt > SCROLL_LASTS_MS) return
    scrolledAt = at
    onAct(at)
  })
  return () => {
    stopInput()
    stopScroll()
  }
}
