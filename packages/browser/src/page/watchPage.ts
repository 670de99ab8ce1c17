import type { Ports } from '../ports/ports.js'

/** Routers change a page bit by bit, and its address now and then before: it is looked at so long after a change. */
const LOOK_MS = 200

/** Looks at the page soon, and again after each change. The answer stops it. */
export function watchPage({ clock }: Pick<Ports, 'clock'>, look: () => void): () => void {
  let cancel: (() => void) | undefined
  const lookSoon = () => {
    cancel ??= clock.after(LOOK_MS, () => {
      cancel = undefined
      look()
    })
  }
  const observer = new MutationObserver(lookSoon)
  observer.observe(document, { childList: true, subtree: true })
  lookSoon()
  return () => {
    observer.disconnect()
    cancel?.()
  }
}
