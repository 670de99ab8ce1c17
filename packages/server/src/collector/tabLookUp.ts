import type { Store } from '../store/store.js'
import type { Numbers } from './marks.js'
import { tabMarksSql } from './tabMarks.sql.js'

const NONE: Numbers = { mark: 0, ahead: [] }

/** One statement at a time, for all the tabs that wait for it: after a restart every open page asks at once. */
export function createTabLookUp(store: Store, mostAhead: number): (tabId: string) => Promise<Numbers> {
  let running: Promise<unknown> = Promise.resolve()
  let waiting: { tabs: Set<string>; answer: Promise<Map<string, Numbers>> } | null = null

  async function ask(tabs: Set<string>): Promise<Map<string, Numbers>> {
    const params = { tabs: [...tabs], most_ahead: mostAhead + 1 }
    const rows = await store.query<Numbers & { tab_id: string }>(tabMarksSql, params)
    return new Map(rows.map((row) => [row.tab_id, row]))
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
    return (await waiting.answer).get(tabId) ?? NONE
  }
}
