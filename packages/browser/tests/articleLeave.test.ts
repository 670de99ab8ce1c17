import type { HelpEvent } from '@helptally/core'
import { parseEvent } from '@helptally/core/schema'
import { afterEach, expect, test } from '@jest/globals'
import { articleTab, T } from './support/articleTab.js'
import { opensOf, sessionsOf } from './support/counted.js'
import { engineOnCall, openArticle } from './support/engineOnCall.js'
import { type FakeBrowser, MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'

const SECOND = 1_000

afterEach(() => {
  document.body.innerHTML = ''
})

type Leave = Extract<HelpEvent, { name: 'help.article.leave' }>
const leavesOf = ({ received }: FakeBrowser) =>
  received.filter((event): event is Leave => event.name === 'help.article.leave')
const readings = (browser: FakeBrowser) => leavesOf(browser).map(({ engagedMs, scroll }) => [engagedMs, scroll])

test('an article that is left by a link tells how long it was read, and where', async () => {
  const { browser, tab, id } = await articleTab()
  await browser.advance(12 * SECOND)
  await tab.follow('/en/articles/tabs')
  await browser.advance(6 * SECOND)
  expect(leavesOf(browser)).toMatchObject([
    { openId: id, engagedMs: 12 * SECOND, article: { id: 'idle' }, page: '/en/articles/idle', sessionId: id },
  ])
})

test('reading goes on for half a minute after the last input, while the window has the focus and the tab is in front', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(20 * SECOND)
  tab.scroll()
  await browser.advance(MINUTE)
  tab.press(document.body, 'a')
  await browser.advance(SECOND)
  tab.setFocused(false)
  await browser.advance(10 * SECOND)
  tab.setFocused(true)
  await browser.advance(2 * SECOND)
  tab.setHidden(true)
  await browser.advance(0)
  expect(readings(browser)).toEqual([[53 * SECOND, 0]])
})

test('a scroll that ends while an earlier one is still being measured counts as well', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(5 * SECOND)
  for (const share of [40, 70, 100]) {
    tab.seen = () => share
    tab.scrollBy()
  }
  await browser.advance(SECOND)
  tab.setHidden(true)
  await browser.advance(0)
  expect(readings(browser)).toEqual([[6 * SECOND, 100]])
})

test('each hide tells what was read until then, and a hide with nothing new tells nothing', async () => {
  const { browser, tab, id } = await articleTab()
  for (const seconds of [5, 0, 3]) {
    tab.scroll()
    await browser.advance(seconds * SECOND)
    tab.setHidden(true)
    await browser.advance(MINUTE)
    tab.setHidden(false)
  }
  await browser.advance(6 * SECOND)
  expect(readings(browser)).toEqual([
    [5 * SECOND, 0],
    [8 * SECOND, 0],
  ])
  expect(leavesOf(browser).map(({ openId }) => openId)).toEqual([id, id])
})

test('what is told on the way out goes with the rest, in one request', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(5 * SECOND)
  const before = browser.requests
  tab.scroll()
  await browser.advance(SECOND)
  tab.leave()
  tab.setHidden(true)
  await browser.advance(6 * SECOND)
  expect(browser.requests - before).toBe(1)
  expect(browser.received.map(({ name, seq }) => [name, seq])).toEqual([
    ['help.article.open', 1],
    ['help.article.progress', 2],
    ['help.article.leave', 3],
  ])
})

test('how it was read changes no session: not its last activity, not its end', async () => {
  const { browser, tab, id, startedAt } = await articleTab()
  await browser.advance(T - SECOND)
  tab.setHidden(true)
  await browser.advance(SECOND)
  tab.setHidden(false)
  expect(tab.state.session).toBeNull()
  await browser.advance(SECOND)
  tab.close()
  expect(await sessionsOf(browser)).toMatchObject([{ id, lastAt: startedAt, endedAt: startedAt + T }])
})

test('an article that is read after its session has ended still tells so, in no session', async () => {
  const { browser, tab, id } = await articleTab()
  await browser.advance(T)
  tab.scroll()
  await browser.advance(10 * SECOND)
  tab.close()
  await browser.advance(0)
  expect(leavesOf(browser)).toMatchObject([{ openId: id, engagedMs: 40 * SECOND, sessionId: null }])
})

test('the greatest share of the article that came into view counts, of the element that is its own', async () => {
  document.body.innerHTML = '<main><article>card</article><div data-help-article-body="idle">text</div></main>'
  const { browser, tab } = await articleTab()
  await browser.advance(2 * SECOND)
  for (const percent of [30, 80, 50]) {
    tab.seen = (element) => (element.textContent === 'text' ? percent : 100)
    tab.scrollBy()
    await browser.advance(100)
  }
  tab.close()
  await browser.advance(0)
  expect(readings(browser)).toEqual([[2_300, 80]])
})

test.each([
  ['<main>m<article>a</article></main>', 'a'],
  ['<main>m</main>', 'm'],
  ['body', 'body'],
  ['<div data-help-article-body="other">o</div><article>a</article>', 'a'],
])('in %s that is %s', async (html, text) => {
  document.body.innerHTML = html
  const { browser, tab } = await articleTab()
  await browser.advance(2 * SECOND)
  tab.seen = (element) => (element.textContent === text ? 70 : 0)
  tab.scrollBy()
  await browser.advance(100)
  tab.close()
  await browser.advance(0)
  expect(readings(browser)).toEqual([[2_100, 70]])
})

test('what was read before the engine came counts, and what came while the page was hidden does not', async () => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(20 * SECOND)
  tab.scroll()
  await browser.advance(15 * SECOND)
  tab.setHidden(true)
  await browser.advance(5 * SECOND)
  tab.setHidden(false)
  calls[0]!()
  await browser.advance(SECOND)
  tab.close()
  await browser.advance(0)
  expect(readings(browser)).toEqual([[36 * SECOND, 0]])
  expect(leavesOf(browser)[0]!.openId).toBe(opensOf(browser)[0]!.id)
})

test('an engine that comes to a hidden page tells at once how it was read until then', async () => {
  const browser = grantedBrowser()
  const { loads, calls } = engineOnCall()
  const tab = openArticle(browser, loads)
  await browser.advance(2 * SECOND)
  tab.setHidden(true)
  await browser.advance(5 * SECOND)
  calls[0]!()
  await browser.advance(2 * SECOND)
  expect(readings(browser)).toEqual([[2 * SECOND, 0]])
})

test('Back from the bfcache is another opening, read anew', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(4 * SECOND)
  tab.leave()
  tab.setHidden(true)
  await browser.advance(MINUTE)
  tab.setHidden(false)
  tab.back()
  await browser.advance(3 * SECOND)
  tab.close()
  await browser.advance(0)
  const opens = opensOf(browser).map(({ id }) => id)
  expect(leavesOf(browser).map(({ openId, engagedMs }) => [opens.indexOf(openId), engagedMs])).toEqual([
    [0, 4 * SECOND],
    [1, 3 * SECOND],
  ])
})

test('a page without an article is not read as the one before it', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(4 * SECOND)
  await tab.follow('/en')
  await browser.advance(5 * SECOND)
  tab.close()
  await browser.advance(0)
  expect(readings(browser)).toEqual([[4 * SECOND, 0]])
})

test('an article that only redirects tells nothing, the one that it leads to what was read of it', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(2 * SECOND)
  await tab.follow('/en/articles/old')
  await tab.route('/en/articles/new')
  await browser.advance(3 * SECOND)
  tab.close()
  await browser.advance(0)
  expect(leavesOf(browser).map(({ article, engagedMs }) => [article.id, engagedMs])).toEqual([
    ['idle', 2 * SECOND],
    ['new', 3 * SECOND],
  ])
})

test('without consent, and after a refusal, nothing is told of what was read', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(5 * SECOND)
  tab.engine.setConsent('refused')
  tab.setHidden(true)
  tab.close()
  await browser.advance(6 * SECOND)
  expect(leavesOf(browser)).toEqual([])
})

test('the site may drop it, and the numbers of the tab go on', async () => {
  const { browser, tab } = await articleTab()
  tab.engine.configure({ beforeSend: (event) => (event.name === 'help.article.leave' ? null : event) })
  await browser.advance(5 * SECOND)
  await tab.follow('/en/articles/tabs')
  await browser.advance(6 * SECOND)
  expect(browser.received.map(({ name, seq }) => [name, seq])).toEqual([
    ['help.article.open', 1],
    ['help.article.open', 2],
  ])
})

test('the collector takes it', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(2_345)
  tab.close()
  await browser.advance(0)
  expect(browser.received.map((event) => parseEvent(event).ok)).toEqual([true, true])
})

test('while no article is read, and after a refusal, the page is not watched for it', async () => {
  const listening = new Set<string>()
  const [add, remove] = [window.addEventListener, window.removeEventListener]
  window.addEventListener = (type: string, ...rest: unknown[]) => {
    listening.add(type)
    add.call(window, type, ...(rest as [EventListener]))
  }
  window.removeEventListener = (type: string, ...rest: unknown[]) => {
    listening.delete(type)
    remove.call(window, type, ...(rest as [EventListener]))
  }
  const { browser, tab } = await articleTab()
  await browser.advance(2 * SECOND)
  expect(listening).toContain('resize')
  await tab.follow('/en')
  expect(listening).not.toContain('resize')
  await tab.follow('/en/articles/tabs')
  await browser.advance(2 * SECOND)
  expect(listening).toContain('resize')
  tab.engine.setConsent('refused')
  expect(listening).not.toContain('resize')
  Object.assign(window, { addEventListener: add, removeEventListener: remove })
})
