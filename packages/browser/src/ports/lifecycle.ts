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
      return () => {
        stopChange()
        stopPrerender()
      }
    },
    onLeave: (run) => listen(window, ['pagehide'], run),
    onReturn: (run) => listen(window, ['pageshow'], (event) => (event as PageTransitionEvent).persisted && run()),
  }
}
