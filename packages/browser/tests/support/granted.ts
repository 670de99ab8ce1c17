import { FakeBrowser } from './fakeBrowser.js'

/** A browser whose reader has consented before. */
export function grantedBrowser(): FakeBrowser {
  const browser = new FakeBrowser()
  browser.cookies.set('help_choice', 'granted')
  return browser
}
