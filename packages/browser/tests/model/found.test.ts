import { recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { FakeBrowser, MINUTE } from '../support/fakeBrowser.js'
import { FakeTab } from '../support/fakeTab.js'
import { grantedBrowser } from '../support/granted.js'

// What random traces found, in the fewest steps that show it.

const T = 5 * MINUTE
const fromElsewhere = { referrer: 'https://search.example/' }
/** The page goes into the bfcache, and another of the same tab takes its place. */
function nextPage(browser: FakeBrowser, tab: FakeTab, path: string): FakeTab {
  tab.leave()
  tab.setHidden(true)
  return new FakeTab(browser, path, { store: tab.session, ...fromElsewhere })
}
/** Browsers show the page that comes back before the other hears that it goes, and make it visible first. */
async function back(browser: FakeBrowser, to: FakeTab, from: FakeTab): Promise<void> {
  to.setHidden(false)
  to.back()
  await browser.advance(3)
  from.leave()
  from.setHidden(true)
  await browser.advance(6_000)
}

test('a consent given in another tab starts nothing in a tab that is closed unseen', async () => {
  const browser = new FakeBrowser()
  const [here, there] = [browser.openTab('/en/articles/idle'), browser.openTab('/en/articles/tabs')]
  await browser.advance(6_000)
  there.setHidden(true)
  here.engine.setConsent('granted')
  await browser.advance(MINUTE)
  there.close()
  await browser.advance(6_000)
  expect(browser.received.map((event) => event.article?.id)).toEqual(['idle'])
})

test('consent given on the next page counts for the page that comes back, in one session of one tab', async () => {
  const browser = new FakeBrowser()
  browser.cookies.set('help_choice', 'refused')
  const first = browser.openTab('/en/articles/idle', fromElsewhere)
  await browser.advance(6_000)
  const second = nextPage(browser, first, '/en/articles/tabs')
  await browser.advance(6_000)
  second.engine.setConsent('granted')
  await browser.advance(MINUTE)
  await back(browser, first, second)
  expect(recount(browser.received, browser.now)).toHaveLength(1)
  expect(new Set(browser.received.map((event) => event.tabId)).size).toBe(1)
})

test('Back at 4:59.999, with the page before leaving after five minutes: page and recount agree', async () => {
  const browser = grantedBrowser()
  const first = browser.openTab('/en/articles/idle', fromElsewhere)
  await browser.advance(6_000)
  const second = nextPage(browser, first, '/en/articles/tabs')
  await browser.advance(T - 1)
  await back(browser, first, second)
  const claimed = browser.received.filter((event) => event.id === event.sessionId).map(({ id }) => id)
  expect(recount(browser.received, browser.now).map(({ id }) => id)).toEqual(claimed)
  const times = browser.received.map((event) => event.ts)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('a new tab names the session that its opener had at the click, not one that began since', async () => {
  const browser = grantedBrowser()
  const opener = browser.openTab('/en')
  await browser.advance(6_000)
  document.body.innerHTML = '<a href="/en/articles/tabs">Tabs</a>'
  opener.click(document.querySelector('a')!, { ctrlKey: true })
  const opened = browser.openTab('/en/articles/tabs', { referrer: opener.url.href, hidden: true })
  await opener.follow('/en/articles/idle')
  await browser.advance(6_000)
  opened.setHidden(false)
  await browser.advance(6_000)
  const opening = browser.received.find((event) => event.article?.id === 'tabs')
  expect(opening).toMatchObject({ entry: 'article_click' })
  expect(opening).not.toHaveProperty('openedFrom')
})

test('consent given again on a discarded page starts its article then, not at the next touch', async () => {
  const browser = new FakeBrowser()
  browser.cookies.set('help_choice', 'refused')
  const tab = browser.openTab('/en/articles/idle', { nav: 'history', wasDiscarded: true })
  await browser.advance(6_000)
  const grantedAt = browser.now
  tab.engine.setConsent('granted')
  await browser.advance(6_000)
  expect(browser.received).toMatchObject([{ name: 'help.article.open', ts: grantedAt }])
})

test('an Enter explains the page it leads to, not an address typed on the page after', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(6_000)
  document.body.innerHTML =
    '<div data-help-search><input aria-activedescendant="one"><a role="option" id="one" href="/en/articles/idle">Idle</a></div>'
  tab.press(document.querySelector('input')!, 'Enter')
  tab.load('/en', 'reload')
  await browser.advance(6_000)
  tab.load('/en/articles/idle', 'load', '')
  await browser.advance(6_000)
  expect(browser.received).toMatchObject([{ entry: 'direct_link' }])
})
