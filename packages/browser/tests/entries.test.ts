import type { HelpEvent } from '@helptally/core'
import { recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import type { FakeBrowser } from './support/fakeBrowser.js'
import { ORIGIN } from './support/fakeTab.js'
import { grantedBrowser } from './support/granted.js'

const opens = (browser: FakeBrowser) =>
  browser.received.filter(
    (event): event is HelpEvent & { name: 'help.article.open' } => event.name === 'help.article.open',
  )

async function sessions(browser: FakeBrowser) {
  await browser.advance(6_000)
  return recount(browser.received, browser.now)
}

test('case 26: an article opened by its address is one session, direct_link', async () => {
  const browser = grantedBrowser()
  browser.openTab('/en/articles/idle')
  const [session, ...others] = await sessions(browser)
  expect(others).toEqual([])
  expect(session!.opening).toMatchObject({
    entry: 'direct_link',
    via: 'external',
    nav: 'load',
    article: { id: 'idle', lang: 'en' },
  })
  expect(session!.id).toBe(session!.opening.id)
})

test('a click on an article from the home page is one session, article_click', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  await tab.follow('/en/articles/idle')
  const [session] = await sessions(browser)
  expect(session!.opening).toMatchObject({ entry: 'article_click', via: 'home', nav: 'soft' })
})

test('further clicks, suggestions and searches in that tab stay inside the session', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  await tab.follow('/en/articles/idle')
  await browser.advance(60_000)
  await tab.follow('/en/articles/tabs', 'data-help-via="suggestion" data-help-list="related" data-help-position="2"')
  tab.engine.showResults({ query: 'consent', results: 3 })
  await browser.advance(60_000)
  await tab.follow('/en')
  await tab.follow('/en/articles/consent')
  const found = await sessions(browser)
  expect(found).toHaveLength(1)
  expect(opens(browser).map((event) => event.via)).toEqual(['home', 'suggestion', 'home'])
  expect(opens(browser)[1]).toMatchObject({ listId: 'related', position: 2 })
  expect(new Set(browser.received.map((event) => event.sessionId))).toEqual(new Set([found[0]!.id]))
})

test('the click is carried over a full page load', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  document.body.innerHTML = '<nav><a href="/en/articles/idle">Idle</a></nav>'
  tab.click(document.querySelector('a')!)
  tab.load('/en/articles/idle')
  await sessions(browser)
  expect(opens(browser)).toMatchObject([{ entry: 'article_click', via: 'nav', nav: 'load' }])
})

test('a click that opened no article within a minute explains no later one', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  document.body.innerHTML = '<a href="/en/articles/idle">Idle</a>'
  tab.click(document.querySelector('a')!)
  await browser.advance(60_000)
  await tab.route('/en/articles/idle')
  await sessions(browser)
  expect(opens(browser)).toMatchObject([{ entry: 'direct_link' }])
})

test('a click made by a script is no click', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  document.body.innerHTML = '<a href="/en/articles/idle">Idle</a>'
  document.querySelector('a')!.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await tab.route('/en/articles/idle')
  await sessions(browser)
  expect(opens(browser)).toMatchObject([{ entry: 'direct_link' }])
})

test('a new tab that a link of this site opened is article_click, by its referrer', async () => {
  const browser = grantedBrowser()
  browser.openTab('/en/articles/tabs', { referrer: `${ORIGIN}/en/articles/idle` })
  browser.openTab('/en/articles/tabs', { referrer: 'https://search.example/' })
  await sessions(browser)
  expect(
    opens(browser)
      .map(({ entry, via }) => [entry, via])
      .sort(),
  ).toEqual([
    ['article_click', 'in_article'],
    ['direct_link', 'external'],
  ])
})

test('a page that says it is missing is no article', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  document.body.innerHTML = '<main data-help-missing></main>'
  await tab.route('/en/articles/no-such')
  expect(await sessions(browser)).toEqual([])
  document.body.innerHTML = ''
})

test('an article that is left as soon as it is shown is counted', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  document.body.innerHTML = '<a href="/en/articles/idle">Idle</a>'
  tab.click(document.querySelector('a')!)
  void tab.route('/en/articles/idle')
  tab.load('/en')
  await sessions(browser)
  expect(opens(browser)).toMatchObject([{ entry: 'article_click', article: { id: 'idle' } }])
})

test('a click that opens another tab explains nothing in this one', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  document.body.innerHTML = '<main data-help-via="suggestion"><a href="/en/articles/idle">Idle</a></main>'
  const link = document.querySelector('a')!
  for (const init of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) tab.click(link, init)
  link.target = '_blank'
  tab.click(link)
  await browser.advance(1_000)
  await tab.route('/en/articles/tabs')
  await sessions(browser)
  expect(opens(browser)).toMatchObject([{ article: { id: 'tabs' }, via: 'nav' }])
})

test('an article that Back shows was not opened by the click before', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  document.body.innerHTML = '<main data-help-via="suggestion"><a href="/en/articles/idle">Idle</a></main>'
  tab.click(document.querySelector('a')!)
  await tab.route('/en/articles/tabs', 'history')
  await sessions(browser)
  expect(opens(browser)).toMatchObject([{ article: { id: 'tabs' }, entry: 'direct_link', nav: 'history' }])
})

test('an article that takes long to load keeps the click that opened it', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  document.body.innerHTML = '<a href="/en/articles/idle">Idle</a>'
  tab.click(document.querySelector('a')!)
  await browser.advance(40_000)
  await tab.route('/en/articles/idle')
  await sessions(browser)
  expect(opens(browser)).toMatchObject([{ entry: 'article_click', via: 'home' }])
})

test.each([
  ['another article', '/en/articles/idle'],
  ['a page that is no article', '/en/categories/start'],
])('a click on %s does not explain an address typed after it', async (_, href) => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  document.body.innerHTML = `<a href="${href}">link</a>`
  tab.click(document.querySelector('a')!)
  tab.load('/en/articles/tabs', 'load', '')
  await sessions(browser)
  expect(opens(browser)).toMatchObject([{ entry: 'direct_link', via: 'external' }])
})

test('a router that rewrites its entry after Back does not make it a click', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(100)
  tab.scroll()
  void tab.route('/en/articles/tabs', 'history')
  await tab.route('/en/articles/tabs', 'soft')
  await sessions(browser)
  expect(opens(browser)[1]).toMatchObject({ entry: 'direct_link', nav: 'history' })
})
