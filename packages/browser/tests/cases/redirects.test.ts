import { expect, test } from '@jest/globals'
import { articleTab, pageTab, T } from '../support/articleTab.js'
import { opensOf, sessionsOf, watchEnds } from '../support/counted.js'
import type { FakeBrowser } from '../support/fakeBrowser.js'

const OPTION =
  '<div data-help-search><input aria-activedescendant="one"><a role="option" id="one" href="/en/articles/idle">Idle</a></div>'

/** Enter on an option of the search bar has just shown the article that it leads to. */
async function chosen() {
  const made = await pageTab('/en')
  await made.browser.advance(100)
  document.body.innerHTML = OPTION
  made.tab.engine.showResults({ query: 'idle', results: 1 })
  made.tab.press(document.querySelector('input')!, 'Enter')
  const shownAt = made.browser.now
  await made.tab.route('/en/articles/idle')
  return { ...made, shownAt }
}

const opened = (browser: FakeBrowser) => opensOf(browser).map(({ article }) => article.id)

test('case 34: an article that redirects at once is one opening, of the other', async () => {
  const { browser, tab } = await pageTab('/en')
  void tab.route('/en/articles/idle')
  await tab.route('/en/articles/tabs')
  expect(await sessionsOf(browser)).toHaveLength(1)
  expect(opened(browser)).toEqual(['tabs'])
})

test('case 34: an article that redirects after it was drawn is one opening, of the other, for the reason it was chosen', async () => {
  const { browser, tab } = await chosen()
  await browser.advance(999)
  expect(tab.state).toMatchObject({ article: { id: 'idle' }, session: null })
  const startedAt = browser.now
  await tab.route('/en/articles/tabs')
  expect(await sessionsOf(browser)).toMatchObject([{ startedAt, opening: { entry: 'search_enter' } }])
  const query = browser.received.find((event) => event.name === 'help.search.submit')
  expect(opensOf(browser)).toMatchObject([
    { article: { id: 'tabs' }, page: '/en/articles/tabs', via: 'search_result', queryId: query!.queryId },
  ])
})

test('case 34: redirects that follow each other are one opening, of the last', async () => {
  const { browser, tab } = await chosen()
  for (const article of ['tabs', 'entries', 'consent']) {
    await browser.advance(900)
    await tab.route(`/en/articles/${article}`)
  }
  expect(await sessionsOf(browser)).toMatchObject([{ opening: { entry: 'search_enter' } }])
  expect(opened(browser)).toEqual(['consent'])
})

test('case 34: an article that redirects to a page without one starts nothing', async () => {
  const { browser, tab } = await chosen()
  await tab.route('/en')
  expect(await sessionsOf(browser)).toEqual([])
  expect(opened(browser)).toEqual([])
})

test('case 34: an article that stood for a second was opened, at the time when it was shown', async () => {
  const { browser, tab, shownAt } = await chosen()
  await browser.advance(1_000)
  expect(tab.state.session).toMatchObject({ startedAt: shownAt })
  await tab.route('/en/articles/tabs')
  expect(await sessionsOf(browser)).toMatchObject([{ startedAt: shownAt }])
  expect(opensOf(browser)).toMatchObject([
    { article: { id: 'idle' }, ts: shownAt, entry: 'search_enter' },
    { article: { id: 'tabs' }, entry: 'article_click', via: 'nav' },
  ])
})

test.each<[string, (made: Awaited<ReturnType<typeof chosen>>) => unknown]>([
  ['the reader scrolls', ({ tab }) => tab.scroll()],
  ['the reader looks away', ({ tab }) => [tab.setHidden(true), tab.setHidden(false)]],
  ['the page is left and comes back', ({ tab }) => [tab.leave(), tab.back()]],
])('case 34: an article was opened when %s before a script shows another', async (_, meanwhile) => {
  const made = await chosen()
  await made.browser.advance(100)
  meanwhile(made)
  await made.browser.advance(100)
  await made.tab.route('/en/articles/tabs')
  expect(await sessionsOf(made.browser)).toMatchObject([{ startedAt: made.shownAt }])
  expect(opensOf(made.browser)[0]).toMatchObject({ article: { id: 'idle' }, ts: made.shownAt })
  expect(opened(made.browser).at(-1)).toBe('tabs')
})

test('case 34: a click right after the opening chooses the next article for a reason of its own', async () => {
  const { browser, tab } = await chosen()
  await tab.follow('/en/articles/tabs')
  await sessionsOf(browser)
  expect(opensOf(browser)).toMatchObject([
    { article: { id: 'idle' }, entry: 'search_enter' },
    { article: { id: 'tabs' }, entry: 'article_click' },
  ])
})

test('case 34: an article shown at 4:59.999 keeps the session when it stands', async () => {
  const { browser, tab, id } = await articleTab()
  const ends = watchEnds(tab)
  await browser.advance(T - 1)
  await tab.route('/en/articles/tabs')
  await browser.advance(T)
  expect(ends).toEqual([browser.now])
  expect(await sessionsOf(browser)).toMatchObject([{ id, endedAt: ends[0], lastAt: ends[0]! - T }])
})

test('case 34: an article shown at 4:59.999 that redirects at 5:00.000 leaves the session ended', async () => {
  const { browser, tab, id, startedAt } = await articleTab()
  await browser.advance(T - 1)
  await tab.route('/en/articles/tabs')
  await browser.advance(1)
  await tab.route('/en')
  expect(tab.state.session).toBeNull()
  await tab.route('/en/articles/entries')
  expect(await sessionsOf(browser)).toMatchObject([
    { id, endedAt: startedAt + T },
    { previousId: id, startedAt: startedAt + T },
  ])
})
