import type { Store } from '../store/store.js'
import { createTabLookUp } from './tabLookUp.js'

/** Tabs remembered; the one not heard of for longest is forgotten, and looked up when it comes back. */
const MAX_TABS = 10_000
/** Numbers remembered beyond a gap. A page numbers without gaps, so more than this is nobody's page. */
export const MAX_AHEAD = 1_000
/** A number that is missing here may have come to another process: after this long the store is asked again. */
const LOOK_AGAIN_MS = 10_000

/** Up to where the sequence numbers of each tab are all here. Never more than that: a page forgets what is here. */
export interface Marks {
  /** Notes numbers as settled, once they are durable. */
  settle(tabId: string, seqs: readonly number[]): void
  /** The tab's mark; null when it is not known and the store cannot say now. */
  markOf(tabId: string): Promise<number | null>
  /** All that is here, for a page that has sent nothing and goes by the answer: the store is asked if it was not before. */
  numbersOf(tabId: string): Promise<Numbers | null>
}

/** Which of a tab's sequence numbers are here: all up to the mark, and those ahead of it. */
export interface Numbers {
  readonly mark: number
  readonly ahead: readonly number[]
}

interface Tab {
  mark: number
  readonly ahead: Set<number>
  /** Epoch ms; null before. A tab of which nothing seems to be missing is not looked up: most tabs are new. */
  lookedUpAt: number | null
}

export function createMarks(store: Store, now: () => number): Marks {
  const tabs = new Map<string, Tab>()
  const lookUp = createTabLookUp(store, MAX_AHEAD)

  function remember(tabId: string, tab: Tab): Tab {
    tabs.delete(tabId)
    if (tab.ahead.size > MAX_AHEAD) return tab
    tabs.set(tabId, tab)
    if (tabs.size > MAX_TABS) tabs.delete(tabs.keys().next().value!)
    return tab
  }

  async function askStore(tabId: string): Promise<Tab | null> {
    const stored = await lookUp(tabId).catch(() => null)
    const known = tabs.get(tabId)
    if (!stored) return known ?? null
    const tab = known ?? newTab()
    tab.mark = Math.max(tab.mark, stored.mark)
    tab.lookedUpAt = now()
    return remember(tabId, add(tab, stored.ahead))
  }

  const isFresh = ({ lookedUpAt }: Tab): boolean => lookedUpAt !== null && now() - lookedUpAt < LOOK_AGAIN_MS

  return {
    settle(tabId, seqs) {
      remember(tabId, add(tabs.get(tabId) ?? newTab(), seqs))
    },
    async markOf(tabId) {
      const tab = tabs.get(tabId)
      const known = tab && (tab.ahead.size === 0 || isFresh(tab)) ? tab : await askStore(tabId)
      return known?.mark ?? null
    },
    async numbersOf(tabId) {
      const tab = tabs.get(tabId)
      const known = tab && isFresh(tab) ? tab : await askStore(tabId)
      return known && { mark: known.mark, ahead: [...known.ahead].sort((a, b) => a - b) }
    },
  }
}

const newTab = (): Tab => ({ mark: 0, ahead: new Set(), lookedUpAt: null })

function add(tab: Tab, seqs: readonly number[]): Tab {
  for (const seq of seqs) tab.ahead.add(seq)
  while (tab.ahead.delete(tab.mark + 1)) tab.mark++
  for (const seq of tab.ahead) if (seq <= tab.mark) tab.ahead.delete(seq)
  return tab
}
