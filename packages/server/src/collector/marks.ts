import type { Store } from '../store/store.js'
import { tabSeqsSql } from './tabSeqs.sql.js'

/** Tabs remembered; the one not heard of for longest is forgotten, and looked up when it comes back. */
const MAX_TABS = 10_000
/** Numbers remembered beyond a gap. A page numbers without gaps, so more than this is nobody's page. */
const MAX_AHEAD = 2_000

/** Up to where the sequence numbers of each tab are all here. */
export interface Marks {
  /** Notes numbers as settled. A tab unknown so far is noted only when its first number is among them. */
  settle(tabId: string, seqs: readonly number[]): void
  /** The tab's mark, looked up in the store when it is not known; null when the store cannot say now. */
  markOf(tabId: string, seqs: readonly number[]): Promise<number | null>
}

interface Tab {
  mark: number
  readonly ahead: Set<number>
}

export function createMarks(store: Store): Marks {
  const tabs = new Map<string, Tab>()
  const lookUp = createLookUp(store)

  function remember(tabId: string, tab: Tab): void {
    tabs.delete(tabId)
    if (tab.ahead.size > MAX_AHEAD) return
    tabs.set(tabId, tab)
    if (tabs.size > MAX_TABS) tabs.delete(tabs.keys().next().value!)
  }

  function settle(tabId: string, seqs: readonly number[]): void {
    const tab = tabs.get(tabId) ?? (seqs.includes(1) ? newTab() : null)
    if (tab) remember(tabId, add(tab, seqs))
  }

  return {
    settle,
    async markOf(tabId, seqs) {
      if (!tabs.has(tabId)) {
        const stored = await lookUp(tabId).catch(() => null)
        if (!stored) return null
        remember(tabId, add(tabs.get(tabId) ?? newTab(), [...stored, ...seqs]))
      }
      return tabs.get(tabId)?.mark ?? null
    },
  }
}

const newTab = (): Tab => ({ mark: 0, ahead: new Set() })

function add(tab: Tab, seqs: readonly number[]): Tab {
  for (const seq of seqs) if (seq > tab.mark) tab.ahead.add(seq)
  while (tab.ahead.delete(tab.mark + 1)) tab.mark++
  return tab
}

/** One statement at a time, for all the tabs that wait for it: after a restart every open page asks at once. */
function createLookUp(store: Store): (tabId: string) => Promise<number[]> {
  let running: Promise<unknown> = Promise.resolve()
  let waiting: { tabs: Set<string>; answer: Promise<Map<string, number[]>> } | null = null

  async function ask(tabs: Set<string>): Promise<Map<string, number[]>> {
    const rows = await store.query<{ tab_id: string; seq: number }>(tabSeqsSql, { tabs: [...tabs] })
    const found = new Map<string, number[]>([...tabs].map((tab) => [tab, []]))
    for (const row of rows) found.get(row.tab_id)!.push(row.seq)
    return found
  }

  return async (tabId) => {
    if (!waiting) {
      const tabs = new Set<string>()
      const answer = running.then(() => {
        waiting = null
        return ask(tabs)
      })
      running = answer.catch(() => undefined)
      waiting = { tabs, answer }
    }
    waiting.tabs.add(tabId)
    return (await waiting.answer).get(tabId)!
  }
}
