import type { FakeBrowser } from './fakeBrowser.js'
import { grantedBrowser } from './granted.js'

/** The means by which a browser can tell a tab from its copy. */
export type Means = 'locks' | 'channel' | 'neither'

/** A browser whose reader has consented, with that and nothing better. */
export function browserWith(means: Means): FakeBrowser {
  const browser = grantedBrowser()
  if (means !== 'locks') browser.locks = null
  browser.hasChannels = means !== 'neither'
  return browser
}
