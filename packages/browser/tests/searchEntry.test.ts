import { recount } from '@helptally/core'
import { beforeEach, expect, test } from '@jest/globals'
import { engineOnCall } from './support/engineOnCall.js'
import type { FakeBrowser } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'

beforeEach(() => {
  document.body.innerHTML = `
    <div data-help-search>
      <input aria-activedescendant="second">
      <ul role="listbox">
        <li role="option" id="first"><a href="/en/articles/idle">Idle</a></li>
        <li role="option" id="second"><a href="/en/articles/tabs">Tabs</a></li>
      </ul>
    </div>`
})

const input = () => document.querySelector('input')!
const names = (browser: FakeBrowser) => browser.received.map((event) => event.name)

async function homeTab() {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  return { browser, tab }
}

test('case 22: Enter on an option is search_enter, and its search is no orphan', async () => {
  const { browser, tab } = await homeTab()
  tab.engine.showResults({ query: 'tab', results: 2 })
  tab.press(input(), 'Enter')
  await tab.route('/en/articles/tabs')
  await browser.advance(6_000)
  const [search, open] = browser.received
  expect(search).toMatchObject({
    name: 'help.search.submit',
    query: 'tab',
    trigger: 'enter',
    results: 2,
    sessionId: null,
  })
  expect(open).toMatchObject({
    entry: 'search_enter',
    via: 'search_result',
    position: 2,
    queryId: (search as { queryId: string }).queryId,
  })
  expect(recount(browser.received, browser.now)).toHaveLength(1)
})

test('Enter on an option that is gone when the engine comes is the same, with the id of its search', async () => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  const tab = browser.openTab('/en', { loads })
  await browser.advance(100)
  tab.engine.showResults({ query: 'tab', results: 2 })
  tab.press(input(), 'Enter')
  // As a router takes away the page before.
  document.querySelector('[role=listbox]')!.remove()
  await tab.route('/en/articles/tabs')
  calls[0]!()
  await browser.advance(6_000)
  const [search, open] = browser.received
  expect(search).toMatchObject({ name: 'help.search.submit', trigger: 'enter', sessionId: null })
  expect(open).toMatchObject({
    entry: 'search_enter',
    via: 'search_result',
    queryId: (search as { queryId: string }).queryId,
  })
})

test('a mouse click on an option is article_click via search_result', async () => {
  const { browser, tab } = await homeTab()
  tab.engine.showResults({ query: 'idle', results: 2 })
  tab.click(document.querySelector('#first a')!)
  await tab.route('/en/articles/idle')
  await browser.advance(6_000)
  expect(browser.received[1]).toMatchObject({ entry: 'article_click', via: 'search_result', position: 1 })
})

test('the click that follows Enter on a focused option does not turn it into article_click', async () => {
  const { browser, tab } = await homeTab()
  input().removeAttribute('aria-activedescendant')
  const link = document.querySelector('#second a')!
  tab.press(link, 'Enter')
  tab.click(link, { detail: 0 })
  await tab.route('/en/articles/tabs')
  await browser.advance(6_000)
  expect(browser.received.at(-1)).toMatchObject({ entry: 'search_enter', position: 2 })
})

test('typing and leaving is no session and one orphan search', async () => {
  const { browser, tab } = await homeTab()
  for (const query of ['r', 're', 'refund']) {
    tab.engine.showResults({ query, results: 4 })
    await browser.advance(200)
  }
  tab.close()
  await browser.advance(1_000)
  expect(browser.received).toMatchObject([
    { name: 'help.search.submit', query: 'refund', trigger: 'leave', sessionId: null },
  ])
})

test('keystrokes are one search: it is told when typing rests, and again only when its words change', async () => {
  const { browser, tab } = await homeTab()
  tab.engine.showResults({ query: 'ref', results: 9 })
  await browser.advance(1_000)
  tab.engine.showResults({ query: 'refund', results: 4 })
  await browser.advance(5_000)
  tab.close()
  await browser.advance(1_000)
  const searches = browser.received as { queryId: string; query: string }[]
  expect(searches.map(({ query }) => query)).toEqual(['ref', 'refund'])
  expect(searches[0]!.queryId).toBe(searches[1]!.queryId)
})

test('what should not be in a search does not leave the page, and parts no search in two', async () => {
  const { browser, tab } = await homeTab()
  for (const query of ['reset jane@', 'reset jane@example.com', 'reset jane@example.com please'])
    tab.engine.showResults({ query, results: 1 })
  await browser.advance(7_000)
  expect(browser.received).toMatchObject([{ name: 'help.search.submit', query: 'reset [mail] please' }])
})

test('other words, or the same after thirty seconds, are another search', async () => {
  const { browser, tab } = await homeTab()
  for (const [query, pauseMs] of [
    ['refund', 5_000],
    ['invoice', 30_000],
    ['invoice', 7_000],
  ] as const) {
    tab.engine.showResults({ query, results: 1 })
    await browser.advance(pauseMs)
  }
  expect(new Set((browser.received as { queryId: string }[]).map(({ queryId }) => queryId)).size).toBe(3)
})

test('a search that the reader turns from to another article counts where it was made', async () => {
  const { browser, tab } = await homeTab()
  tab.engine.showResults({ query: 'refund', results: 4 })
  await tab.follow('/en/articles/idle')
  await browser.advance(6_000)
  expect(browser.received.map(({ name, seq }) => [seq, name])).toEqual([
    [1, 'help.search.submit'],
    [2, 'help.article.open'],
  ])
  expect(browser.received[0]).toMatchObject({ trigger: 'leave', sessionId: null, page: '/en', article: null })
})

test('the same words again, after an option was chosen, are another search', async () => {
  const { browser, tab } = await homeTab()
  for (const path of ['/en/articles/tabs', '/en/articles/idle']) {
    tab.engine.showResults({ query: 'tab', results: 2 })
    tab.press(input(), 'Enter')
    await tab.route(path)
    await browser.advance(6_000)
  }
  expect(names(browser).filter((name) => name === 'help.search.submit')).toHaveLength(2)
})

test('an option chosen without a pointer and without Enter, as screen readers do, is a click on a result', async () => {
  const { browser, tab } = await homeTab()
  tab.engine.showResults({ query: 'idle', results: 2 })
  tab.click(document.querySelector('#first a')!, { detail: 0 })
  await tab.route('/en/articles/idle')
  await browser.advance(6_000)
  expect(browser.received.at(-1)).toMatchObject({ entry: 'article_click', via: 'search_result', position: 1 })
})

test('Ctrl+Enter is not Enter', async () => {
  const { browser, tab } = await homeTab()
  tab.engine.showResults({ query: 'tab', results: 2 })
  tab.press(input(), 'Enter', { ctrlKey: true })
  await tab.route('/en/articles/tabs')
  await browser.advance(6_000)
  expect(browser.received.at(-1)).toMatchObject({ name: 'help.article.open', via: 'nav' })
})
