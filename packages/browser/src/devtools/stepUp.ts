/** From the edges of the window, and above what the button has made room for. */
const GAP_PX = 12
/** A bar above a banner above a launcher: who keeps more in one corner has the button on it. */
const MOST_STEPS = 4
/** So many points of the button are looked below, from side to side and from top to bottom. */
const [COLUMNS, LINES] = [5, 3]

/**
 * How many px the button goes up from its corner, so that it covers nothing which the site keeps in its place on the
 * screen: a consent banner, a bar of its own, a launcher. What reaches too far up to go above it stays covered.
 */
export function stepUp(host: Element, { width, height }: Pick<DOMRect, 'width' | 'height'>): number {
  let up = 0
  for (let step = 0; step < MOST_STEPS; step++) {
    const right = document.documentElement.clientWidth - GAP_PX
    const bottom = window.innerHeight - GAP_PX - up
    const button = { left: right - width, top: bottom - height, width, height }
    const tops = keptBelow(button, host).filter((top) => top >= height + 2 * GAP_PX)
    if (tops.length === 0) return up
    up = window.innerHeight - Math.min(...tops)
  }
  return 0
}

/** The upper edges of what is kept in its place below that box. */
function keptBelow(box: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>, host: Element): number[] {
  const found = new Set<Element>()
  for (let column = 0; column < COLUMNS; column++) {
    for (let line = 0; line < LINES; line++) {
      const x = box.left + (box.width * column) / (COLUMNS - 1)
      const y = box.top + (box.height * line) / (LINES - 1)
      const [top] = document.elementsFromPoint(x, y).filter((element) => element !== host)
      const kept = keptAround(top)
      if (kept) found.add(kept)
    }
  }
  return [...found].map((element) => element.getBoundingClientRect().top)
}

function keptAround(element: Element | null | undefined): Element | null {
  if (!element) return null
  const { position, bottom } = getComputedStyle(element)
  const isKept = position === 'fixed' || (position === 'sticky' && bottom !== 'auto')
  return isKept ? element : keptAround(element.parentElement)
}
