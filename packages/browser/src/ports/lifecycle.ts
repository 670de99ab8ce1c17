import { listen } from '../page/listen.js'
import type { Lifecycle } from './ports.js'

export function browserLifecycle(): Lifecycle {
  return {
    get prerendering() {
      return (document as { prerendering?: boolean }).prerendering === true
    },
    get hidden() {
      return document.visibilityState === 'hidden'
    },
    onVisibility(run) {
      const stopChange = listen(document, ['visibilitychange'], run)
      const stopPrerender = listen(document, ['prerenderingchange'], run)
      // Of two windows side by side both are visible all the time.
      const stopFocus = listen(window, ['focus'], (event) => event.target === window && run())
      return () => {
        stopChange()
        stopPrerender()
        stopFocus()
      }
    },
    onLeave: (run) => listen(window, ['pagehide'], run),
    onReturn: (run) => listen(window, ['pageshow'], (event) => (event as PageTransitionEvent).persisted && run()),
    onOnline: (run) => listen(window, ['online'], run),
  }
}
