import { type TabSpan, tabsAround } from './tabsAround.js'

/** Bounds the memory of a fold, and for how long a lease is not renewed. */
const EVENTS_AT_ONCE = 20_000

/** The tabs of visitors, whole visitors, in pieces for which about so many events have to be read. */
export function piecesOf(tabs: readonly TabSpan[]): TabSpan[][] {
  const visitors = [...Map.groupBy(tabs, ({ visitor }) => visitor).values()]
  return packed(visitors, eventsToRead, EVENTS_AT_ONCE).map((piece) => piece.flat())
}

function eventsToRead(own: readonly TabSpan[]): number {
  const { read } = tabsAround(own, new Set())
  return own.reduce((sum, { tab, size }) => sum + (read.has(tab) ? size : 0), 0)
}

/** In their order, each piece as large as may be, or of one alone that is larger. */
export function packed<T>(all: readonly T[], sizeOf: (one: T) => number, most: number): T[][] {
  const pieces: T[][] = []
  let room = 0
  for (const one of all) {
    const size = sizeOf(one)
    if (pieces.length === 0 || size > room) {
      pieces.push([])
      room = most
    }
    pieces.at(-1)!.push(one)
    room -= size
  }
  return pieces
}
