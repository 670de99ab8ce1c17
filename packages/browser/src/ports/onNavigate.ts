import type { Nav } from '@helptally/core'
import { listen } from '../page/listen.js'

interface NavigationApi extends EventTarget {
  readonly currentEntry: unknown
}

/** Tells of every change of the address within the document, by links, scripts and history. */
export function onNavigate(run: (nav: Nav) => void): () => void {
  const { navigation } = window as unknown as { navigation?: NavigationApi }
  if (!navigation) return watchHistory(run)
  return listen(navigation, ['currententrychange'], (event) => {
    run((event as Event & { navigationType?: string }).navigationType === 'traverse' ? 'history' : 'soft')
  })
}

/** Browsers without the Navigation API tell nobody of `pushState`; its caller has to be overheard. */
function watchHistory(run: (nav: Nav) => void): () => void {
  const undo = (['pushState', 'replaceState'] as const).map((method) => {
    const original = history[method]
    const overheard: typeof original = function (this: History, ...args) {
      original.apply(this, args)
      run('soft')
    }
    history[method] = overheard
    return () => {
      if (history[method] === overheard) history[method] = original
    }
  })
  const stop = listen(window, ['popstate'], () => run('history'))
  return () => {
    stop()
    for (const put of undo) put()
  }
}
