import { expect, test } from '@jest/globals'
import { opensOf } from './support/counted.js'
import type { FakeBrowser } from './support/fakeBrowser.js'
import type { FakeTab } from './support/fakeTab.js'
import { grantedBrowser } from './support/granted.js'

const LINKS = `
  <main data-help-via="suggestion" data-help-list="related">
    <a href="/en/articles/tabs" data-help-position="2">Tabs</a>
  </main>`

async function articleTab() {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(6_000)
  document.body.innerHTML = LINKS
  return { browser, tab }
}

/** The tab that the browser opens for a click in `opener`. */
const newTab = (browser: FakeBrowser, opener: FakeTab, path = '/en/articles/tabs') =>
  browser.openTab(path, { referrer: opener.url.href })
const link = () => document.querySelector('a')!

test.each([
  ['Ctrl', { ctrlKey: true }],
  ['Meta', { metaKey: true }],
  ['Shift', { shiftKey: true }],
])('a tab opened with %s knows the link it came from, and the session', async (_, init) => {
  const { browser, tab } = await articleTab()
  tab.click(link(), init)
  const opened = newTab(browser, tab)
  await browser.advance(6_000)
  expect(opensOf(browser, opened)).toMatchObject([
    {
      entry: 'article_click',
      via: 'suggestion',
      listId: 'related',
      position: 2,
      openedFrom: tab.state.session!.id,
      nav: 'load',
    },
  ])
  expect(opensOf(browser, tab)).toHaveLength(1)
})

test('what opened a tab is told once: another tab on the same article came otherwise', async () => {
  const { browser, tab } = await articleTab()
  link().target = '_blank'
  tab.click(link())
  newTab(browser, tab)
  await browser.advance(6_000)
  const second = newTab(browser, tab)
  await browser.advance(6_000)
  expect(opensOf(browser, second)).toMatchObject([{ entry: 'article_click', via: 'in_article' }])
  expect(opensOf(browser, second)[0]).not.toHaveProperty('openedFrom')
})

test('a link that leaves no referrer opens a tab that knows it all the same', async () => {
  const { browser, tab } = await articleTab()
  tab.click(link(), { ctrlKey: true })
  const opened = browser.openTab('/en/articles/tabs')
  await browser.advance(6_000)
  expect(opensOf(browser, opened)).toMatchObject([{ entry: 'article_click', via: 'suggestion', position: 2 }])
})

test.each([
  ['typed into a new tab', {}],
  ['found by a web search', { referrer: 'https://search.example/?q=tabs' }],
])('an article %s, for which no tab has a click, is a direct link', async (_, how) => {
  const { browser } = await articleTab()
  const arrived = browser.openTab('/en/articles/tabs', how)
  await browser.advance(6_000)
  expect(opensOf(browser, arrived)).toMatchObject([{ entry: 'direct_link', via: 'external' }])
})

test('an article found by a web search asks no other tab', async () => {
  const { browser, tab } = await articleTab()
  tab.click(link(), { ctrlKey: true })
  const arrived = browser.openTab('/en/articles/tabs', { referrer: 'https://search.example/?q=tabs' })
  await browser.advance(6_000)
  expect(opensOf(browser, arrived)).toMatchObject([{ entry: 'direct_link', via: 'external' }])
})

test('a search option opened in another tab names its search', async () => {
  const { browser, tab } = await articleTab()
  document.body.innerHTML = `
    <div data-help-search><input><a role="option" href="/en/articles/tabs">Tabs</a></div>`
  tab.engine.showResults({ query: 'tab', results: 1 })
  tab.click(document.querySelector('[role=option]')!, { ctrlKey: true })
  const opened = newTab(browser, tab)
  await browser.advance(6_000)
  const search = browser.received.find((event) => event.name === 'help.search.submit') as { queryId: string }
  expect(opensOf(browser, opened)).toMatchObject([{ via: 'search_result', position: 1, queryId: search.queryId }])
})

test('an opener that is gone, or silent, costs nothing but the provenance', async () => {
  const { browser, tab } = await articleTab()
  tab.click(link(), { ctrlKey: true })
  tab.close()
  const opened = newTab(browser, tab)
  await browser.advance(6_000)
  expect(opensOf(browser, opened)).toMatchObject([{ entry: 'article_click', via: 'in_article' }])
})

test('a new tab that is left while it asks is counted all the same', async () => {
  const { browser, tab } = await articleTab()
  browser.messagesTakeMs = 1_000
  const opened = newTab(browser, tab)
  await browser.advance(50)
  expect(opened.state.status).toBe('claiming')
  opened.leave()
  await browser.advance(6_000)
  expect(opensOf(browser, opened)).toHaveLength(1)
})

test('a tab that was there before the click did not come of it, and leaves it to the one that did', async () => {
  const { browser, tab } = await articleTab()
  const typed = browser.openTab('/en/articles/tabs', { hidden: true })
  await browser.advance(1_000)
  tab.click(link(), { ctrlKey: true })
  typed.setHidden(false)
  await browser.advance(6_000)
  expect(opensOf(browser, typed)).toMatchObject([{ entry: 'direct_link', via: 'external' }])
  const opened = newTab(browser, tab)
  await browser.advance(6_000)
  expect(opensOf(browser, opened)).toMatchObject([{ via: 'suggestion', openedFrom: tab.state.session!.id }])
})
