import type { Heard } from './heard.js'

/** Scrolling counts only as the outcome of an input this recent, */
const SCROLL_FOLLOWS_MS = 1_000
/** and no longer than this: momentum ends, a page that scrolls itself does not. */
const SCROLL_LASTS_MS = 10_000

const INPUTS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'touchmove']

/**
 * Calls back for each act of the reader: pointer down, key, wheel, touch, and the scrolling that follows them.
 * Scripts scroll too, and browsers trust them.
 */
export function findActivity(onAct: (at: number) => void): (heard: Heard) => void {
  let inputAt = Number.NEGATIVE_INFINITY
  let scrolledAt = inputAt
  return ({ event: { type }, at }) => {
    if (INPUTS.includes(type)) inputAt = at
    else if (type !== 'scroll' || at - scrolledAt > SCROLL_FOLLOWS_MS || at - inputAt > SCROLL_LASTS_MS) return
    scrolledAt = at
    onAct(at)
  }
}
