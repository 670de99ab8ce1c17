import { help } from '@helptally/core'
import type { FakeBrowser } from './fakeBrowser.js'
import type { FakeTab } from './fakeTab.js'
import { grantedBrowser } from './granted.js'

/** The idle time of the help channel, ms. */
export const T: number = help.idleMs

export interface PageTab {
  readonly browser: FakeBrowser
  readonly tab: FakeTab
  /** Epoch ms. */
  readonly startedAt: number
}

export interface ArticleTab extends PageTab {
  /** The session that the article opened. */
  readonly id: string
}

/** A tab in which a reader who has consented has just opened a page. */
export async function pageTab(path: string): Promise<PageTab> {
  const browser = grantedBrowser()
  // From elsewhere: no other tab is asked for a click, and a session starts at once.
  const tab = browser.openTab(path, { referrer: 'https://search.example/' })
  const startedAt = browser.now
  await browser.advance(0)
  return { browser, tab, startedAt }
}

/** The same with an article. */
export async function articleTab(): Promise<ArticleTab> {
  const made = await pageTab('/en/articles/idle')
  return { ...made, id: made.tab.state.session!.id }
}
