import type { FakeBrowser } from './fakeBrowser.js'
import type { FakeTab } from './fakeTab.js'

/** No other tab is asked for a click, so a session starts at once. */
export const FROM_ELSEWHERE = { referrer: 'https://search.example/' }

export function collectorIsAway(browser: FakeBrowser): { back(): void } {
  const usual = browser.answer
  browser.answer = () => Promise.reject(new TypeError('Failed to fetch'))
  return {
    back() {
      browser.answer = usual
    },
  }
}

/** A tab whose article the collector has not got, and never will from this page: it has crashed. */
export async function crashedUnsent(browser: FakeBrowser): Promise<FakeTab> {
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(100)
  tab.crash()
  return tab
}

/** Those that events are about, but for how they were read. */
export const articles = ({ received }: FakeBrowser) =>
  received.flatMap(({ name, article }) => (name === 'help.article.leave' ? [] : [article?.id]))
