import { storage } from '../../support/storage.js'
import type { PageShown } from '../trace.js'
import type { Document } from './document.js'

/** An entry of a tab's history: with its document when the browser kept that. */
export interface Entry {
  readonly shows: PageShown
  readonly kept: Document | null
}

/** One tab: a storage, and one document after another. */
export interface ModelTab {
  readonly number: number
  readonly store: ReturnType<typeof storage>
  /** null after a crash or a discard. */
  document: Document | null
  wasDiscarded: boolean
  /** When it was last the source of a copy, or made as one, by the monotonic clock. */
  copiedAt: number | null
  shows: PageShown
  readonly behind: Entry[]
  readonly ahead: Entry[]
}

export function newTab(number: number, items?: ReadonlyMap<string, string>): ModelTab {
  const store = storage(new Map(items))
  return { number, store, document: null, wasDiscarded: false, copiedAt: null, shows: null, behind: [], ahead: [] }
}
