import type { FakeBrowser } from './fakeBrowser.js'
import type { FakeTab, Loads } from './fakeTab.js'
import { FROM_ELSEWHERE } from './unsent.js'

/** The code of the engine, which comes when the test says so. */
export function engineOnCall(): { readonly loads: Loads; readonly calls: (() => void)[] } {
  const calls: (() => void)[] = []
  const loads: Loads = (code) => ({
    // biome-ignore lint/suspicious/noThenProperty: it is as asynchronous as the test wants
    then(use) {
      calls.push(() => use!(code))
      return undefined as never
    },
  })
  return { loads, calls }
}

/** A new tab on an article, which asks no other tab. */
export const openArticle = (browser: FakeBrowser, loads: Loads): FakeTab =>
  browser.openTab('/en/articles/idle', { ...FROM_ELSEWHERE, loads })
