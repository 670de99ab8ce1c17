import type { FirstPorts } from '../ports/ports.js'
import { listen } from './listen.js'

/** A moment on this page. */
export interface Moment {
  /** Epoch ms. */
  readonly at: number
  /** What the page showed. */
  readonly url: URL
}

/** Something that the reader did. */
export interface Heard extends Moment {
  readonly event: Event
  /** From the innermost element up to the window, as it was then: what was clicked may be gone a moment later. */
  readonly path: readonly EventTarget[]
  /** The option that a search field pointed to. */
  readonly active: Element | null
}

const HEARD = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'touchmove', 'scroll', 'click', 'auxclick', 'submit']

/** Whoever hears first takes a place before the site's own listeners, which is kept for those that hear after it. */
let hearers: Set<(event: Event) => void> | undefined

/** Hears what the reader does before the site does, and nothing that a script pretends. The answer stops it. */
export function hearReader(
  { clock, page, trusts }: Pick<FirstPorts, 'clock' | 'page' | 'trusts'>,
  onHeard: (heard: Heard) => void,
): () => void {
  const hear = (event: Event) => {
    // Whoever made it: the more often the clock is looked at, the fewer of its jumps look like one.
    const at = clock.now()
    if (!trusts(event)) return
    const path = event.composedPath()
    const id = (path[0] as Partial<Element>).getAttribute?.('aria-activedescendant')
    onHeard({ event, path, active: id ? document.getElementById(id) : null, at, url: page.url() })
  }
  if (!hearers) {
    hearers = new Set()
    listen(window, HEARD, (event) => {
      for (const one of hearers!) one(event)
    })
  }
  hearers.add(hear)
  return () => hearers!.delete(hear)
}

/** The innermost element on the path that fits the selector. */
export function closestOn(path: readonly EventTarget[], selector: string): Element | undefined {
  return path.find((one): one is Element => one instanceof Element && one.matches(selector))
}
