import type { Sight } from './ports.js'

const HALF = 0.5

/** Asks the browser to tell once it has laid out the page: an element that is asked itself would have that done at once. */
export function browserSight(): Sight | null {
  if (!globalThis.IntersectionObserver) return null
  return {
    measure(element, onMeasured) {
      const observer = new IntersectionObserver(([entry]) => {
        observer.disconnect()
        onMeasured(shareSeen(entry!))
      })
      observer.observe(element)
      return () => observer.disconnect()
    },
    follow(element, onHalf) {
      const observer = new IntersectionObserver((entries) => onHalf(entries.at(-1)!.intersectionRatio >= HALF), {
        threshold: HALF,
      })
      observer.observe(element)
      return () => observer.disconnect()
    },
  }
}

function shareSeen({ boundingClientRect, intersectionRect: seen }: IntersectionObserverEntry): number {
  const { top, bottom, height } = boundingClientRect
  if (height === 0) return 0
  // Out of view it is still to come, or a jump to the end of the page has passed it.
  if (seen.height === 0) return bottom <= 0 ? 100 : 0
  return Math.round(Math.min(1, (seen.bottom - top) / height) * 100)
}
