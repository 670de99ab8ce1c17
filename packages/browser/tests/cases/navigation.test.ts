import { expect, test } from '@jest/globals'
import { articleTab, pageTab, T } from '../support/articleTab.js'
import { opensOf, sessionsOf } from '../support/counted.js'
import { MINUTE } from '../support/fakeBrowser.js'

async function homeTab() {
  const made = await pageTab('/en')
  await made.browser.advance(100)
  return made
}

test.each(['/en', '/en/categories/start'])('case 31: %s, entered directly and read, is no session', async (path) => {
  const { browser, tab } = await pageTab(path)
  tab.scroll()
  await browser.advance(MINUTE)
  tab.close()
  expect(await sessionsOf(browser)).toEqual([])
  expect(browser.received).toEqual([])
})

test('case 32: a click that the site keeps for itself, or the network loses, starts nothing', async () => {
  const { browser, tab } = await homeTab()
  document.body.innerHTML = '<a href="/en/articles/idle">Idle</a>'
  const link = document.querySelector('a')!
  link.addEventListener('click', (event) => event.preventDefault())
  tab.click(link)
  await browser.advance(10 * MINUTE)
  await tab.route('/en/categories/start')
  expect(await sessionsOf(browser)).toEqual([])
  expect(browser.received).toEqual([])
})

test('case 32: a click whose page is not found starts nothing, and explains no later article', async () => {
  const { browser, tab } = await homeTab()
  document.body.innerHTML = '<a href="/en/articles/gone">Gone</a>'
  tab.click(document.querySelector('a')!)
  const answer = browser.openTab('/en/articles/gone', { store: tab.session, referrer: tab.url.href, failed: true })
  tab.close()
  await browser.advance(6_000)
  expect(answer.state).toMatchObject({ article: null, session: null })
  await answer.route('/en/articles/tabs', 'history')
  expect(await sessionsOf(browser)).toMatchObject([{ opening: { article: { id: 'tabs' }, entry: 'direct_link' } }])
})

test('case 33: a link that is hovered, focused and prefetched opens nothing', async () => {
  const { browser, tab } = await homeTab()
  document.body.innerHTML = '<a href="/en/articles/idle">Idle</a>'
  const link = document.querySelector('a')!
  for (const type of ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'mousemove', 'focusin', 'touchstart']) {
    tab.hear(link, new Event(type, { bubbles: true }))
  }
  document.head.innerHTML = '<link rel="prefetch" href="/en/articles/idle?_rsc=1">'
  await browser.advance(MINUTE)
  expect(await sessionsOf(browser)).toEqual([])
  expect(browser.received).toEqual([])
  document.head.innerHTML = ''
})

test.each([
  ['case 35: another query', '/en/articles/idle?print=1'],
  ['case 35: another fragment', '/en/articles/idle#ends'],
  ['case 36: the same address again, as a refresh and replaceState write it,', '/en/articles/idle'],
  ['case 36: another language', '/es/articles/idle'],
])('%s of the article on screen opens nothing, even when its session has ended', async (_, path) => {
  const { browser, tab } = await articleTab()
  await tab.route(path)
  await browser.advance(T)
  await tab.route('/en/articles/idle')
  await tab.route(path)
  expect(tab.state.session).toBeNull()
  expect(await sessionsOf(browser)).toHaveLength(1)
  expect(opensOf(browser)).toHaveLength(1)
})

test('case 37: Back to another article goes on with the session', async () => {
  const { browser, tab, id } = await articleTab()
  await tab.follow('/en/articles/tabs')
  await browser.advance(T - 1)
  await tab.route('/en/articles/idle', 'history')
  expect(await sessionsOf(browser)).toMatchObject([{ id }])
  expect(opensOf(browser).at(-1)).toMatchObject({ article: { id: 'idle' }, nav: 'history' })
})

test('case 37: Back to another article, after the end, starts a session as direct_link', async () => {
  const { browser, tab, id } = await articleTab()
  await tab.follow('/en/articles/tabs')
  await browser.advance(T)
  await tab.route('/en/articles/idle', 'history')
  expect(await sessionsOf(browser)).toMatchObject([
    { id },
    { previousId: id, opening: { entry: 'direct_link', nav: 'history', article: { id: 'idle' } } },
  ])
})
