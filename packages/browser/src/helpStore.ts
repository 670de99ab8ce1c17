import { createStore, type StoreApi } from 'zustand/vanilla'
import type { HelpState } from './helpEngine.js'

export interface HelpStore extends Pick<StoreApi<HelpState>, 'getState' | 'subscribe'> {
  /** A subscriber of the site's that throws costs no count. */
  show(change: Partial<HelpState>): void
}

/** Asks for the start only when somebody looks: reading the reader's choice is the dearest thing that a page does first. */
export function createHelpStore(startOf: () => Pick<HelpState, 'consent' | 'refusedBySignal'>): HelpStore {
  let made: StoreApi<HelpState> | undefined
  const store = () => {
    made ??= createStore(() => ({
      ...startOf(),
      status: 'off',
      tabId: null,
      session: null,
      article: null,
      degraded: [],
    }))
    return made
  }
  return {
    getState: () => store().getState(),
    subscribe: (listener) => store().subscribe(listener),
    show(change) {
      try {
        store().setState(change)
      } catch (error) {
        console.error('[helptally] A subscriber of the store threw; counting goes on.', error)
      }
    },
  }
}
