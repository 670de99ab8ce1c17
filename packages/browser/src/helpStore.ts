import { createStore, type StoreApi } from 'zustand/vanilla'
import type { HelpState } from './helpEngine.js'

export interface HelpStore extends StoreApi<HelpState> {
  /** A subscriber of the site's that throws costs no count. */
  show(change: Partial<HelpState>): void
}

export function createHelpStore(initial: Pick<HelpState, 'consent' | 'refusedBySignal'>): HelpStore {
  const store = createStore<HelpState>(() => ({
    ...initial,
    status: 'off',
    tabId: null,
    session: null,
    article: null,
    degraded: [],
  }))
  return {
    ...store,
    show(change) {
      try {
        store.setState(change)
      } catch (error) {
        console.error('[helptally] A subscriber of the store threw; counting goes on.', error)
      }
    },
  }
}
