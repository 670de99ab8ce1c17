import { expect, test } from '@jest/globals'
import { articleTab, pageTab, T } from '../support/articleTab.js'
import { sessionsOf } from '../support/counted.js'
import { MINUTE } from '../support/fakeBrowser.js'
import type { FakeTab } from '../support/fakeTab.js'

const SUGGESTION = 'data-help-via="suggestion" data-help-list="related" data-help-position="2"'
const SEARCH_BAR = `
  <div data-help-search>
    <input aria-activedescendant="first">
    <a role="option" id="first" href="/en/articles/idle">Idle</a>
  </div>`

async function homeTab() {
  const made = await pageTab('/en')
  await made.browser.advance(100)
  return made
}
function search(tab: FakeTab, query: string): HTMLInputElement {
  document.body.innerHTML = SEARCH_BAR
  tab.engine.showResults({ query, results: 1 })
  return document.querySelector('input')!
}

test('case 21: a search whose results are looked at for five minutes, and left, is no session', async () => {
  const { browser, tab } = await homeTab()
  search(tab, 'refund')
  await browser.advance(T)
  tab.scroll()
  tab.close()
  expect(await sessionsOf(browser)).toEqual([])
  expect(browser.received).toMatchObject([{ name: 'help.search.submit', query: 'refund', sessionId: null }])
})

test('case 23: Enter on a search with no option chosen starts nothing, and explains no later article', async () => {
  const { browser, tab } = await homeTab()
  const input = search(tab, 'refund')
  input.removeAttribute('aria-activedescendant')
  tab.press(input, 'Enter')
  await tab.route('/en/search')
  await browser.advance(MINUTE / 2)
  expect(await sessionsOf(browser)).toEqual([])
  await tab.route('/en/articles/idle')
  expect(await sessionsOf(browser)).toMatchObject([{ opening: { entry: 'article_click', via: 'nav' } }])
})

test('case 24: a click on a suggested article, with no session, starts one as article_click', async () => {
  const { browser, tab } = await homeTab()
  await tab.follow('/en/articles/idle', SUGGESTION)
  expect(await sessionsOf(browser)).toMatchObject([
    { opening: { entry: 'article_click', via: 'suggestion', listId: 'related', position: 2 } },
  ])
})

test('case 25: the same click in a session is activity in it, and no start', async () => {
  const { browser, tab, id } = await articleTab()
  await browser.advance(T - 1)
  await tab.follow('/en/articles/tabs', SUGGESTION)
  const clickedAt = browser.now
  expect(await sessionsOf(browser)).toMatchObject([{ id, lastAt: clickedAt }])
})

test('case 27: any number of searches go on with the session', async () => {
  const { browser, tab, id } = await articleTab()
  for (const query of ['refund', 'invoice', 'holiday', 'consent']) {
    await browser.advance(4 * MINUTE)
    search(tab, query)
  }
  await browser.advance(6_000)
  const [session, ...others] = await sessionsOf(browser)
  expect(others).toEqual([])
  expect(session).toMatchObject({ id, endedAt: null })
  expect(session!.events.filter(({ name }) => name === 'help.search.submit')).toHaveLength(4)
})

test('case 28: a search after the end is in no session, until an article opens', async () => {
  const { browser, tab, id } = await articleTab()
  await browser.advance(T)
  const input = search(tab, 'idle')
  await browser.advance(6_000)
  expect(tab.state.session).toBeNull()
  expect(await sessionsOf(browser)).toHaveLength(1)
  tab.press(input, 'Enter')
  await tab.route('/en/articles/idle?from=search')
  expect(tab.state.session).toBeNull()
  await tab.follow('/en/articles/tabs')
  expect(await sessionsOf(browser)).toMatchObject([{ id }, { previousId: id }])
})

test('case 29, 30: a scroll at 5:10 on an article whose session has ended starts none, a suggestion at 5:12 does', async () => {
  const { browser, tab, id } = await articleTab()
  await browser.advance(T + 10_000)
  tab.scroll()
  expect(tab.state.session).toBeNull()
  await browser.advance(6_000)
  expect(await sessionsOf(browser)).toHaveLength(1)
  await tab.follow('/en/articles/tabs', SUGGESTION)
  expect(await sessionsOf(browser)).toMatchObject([
    { id },
    { previousId: id, opening: { entry: 'article_click', via: 'suggestion' } },
  ])
})
