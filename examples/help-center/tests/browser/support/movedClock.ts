import { standBefore } from './standBefore.js'
import type { Served } from './startServer.js'

/** Set it in the browser to let that many ms pass in all its pages at once, those that sleep included. */
export const MOVED_BY_COOKIE = 'test_moved_by'

/** Moves both clocks of a page by what the cookie says. Timers stay: to the page it is as if nothing had run meanwhile. */
export const MOVE_CLOCKS = `{
  const movedBy = () => Number(/(?:^|; )${MOVED_BY_COOKIE}=(\\d+)/.exec(document.cookie)?.[1] ?? 0)
  const [wall, mono] = [Date.now.bind(Date), performance.now.bind(performance)]
  Date.now = () => wall() + movedBy()
  performance.now = () => mono() + movedBy()
}
`

/** The same site, with clocks that the cookie moves. */
export const withMovedClock = (site: string): Promise<Served> => standBefore(site, { script: MOVE_CLOCKS })
