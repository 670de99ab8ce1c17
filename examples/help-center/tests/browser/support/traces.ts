import type { RawTab } from './rawTab.js'

/** What a page did that only a reader who has consented allows, and what it keeps. */
export interface Use {
  readonly done: readonly string[]
  readonly kept: readonly string[]
}

export const NOTHING_USED: Use = { done: [], kept: [] }

/** Has the page write down from now on, or from when it goes into the bfcache, what it does with what is stored and sent. */
export async function watchUse(tab: RawTab): Promise<void> {
  await tab.evaluate(() => {
    const done: string[] = []
    Object.assign(globalThis, { done })
    document.addEventListener('freeze', () => done.splice(0))
    // biome-ignore lint/suspicious/noExplicitAny: methods of any shape are watched
    const watch = (owner: any, method: string, says: (...given: any[]) => string | undefined) => {
      const original = owner[method]
      // biome-ignore lint/suspicious/noExplicitAny: as above
      owner[method] = function (this: unknown, ...given: any[]) {
        const word = says(...given)
        if (word) done.push(word)
        return original.apply(this, given)
      }
    }
    watch(Storage.prototype, 'getItem', (key) => `read ${key}`)
    watch(Storage.prototype, 'setItem', (key) => `stored ${key}`)
    watch(BroadcastChannel.prototype, 'postMessage', () => 'posted')
    watch(LockManager.prototype, 'request', (name) => `asked for ${name}`)
    watch(globalThis, 'fetch', (url) => (String(url).includes('/api/help/') ? 'sent' : undefined))
  })
}

export function useOf(tab: RawTab): Promise<Use> {
  return tab.evaluate(() => ({
    done: (globalThis as never as { done: string[] }).done,
    kept: [...Object.keys(sessionStorage), ...Object.keys(localStorage)],
  }))
}
