import type { HelpEvent } from '@helptally/core'
import { parseEvent } from '@helptally/core/schema'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { articleTab, pageTab, T } from './support/articleTab.js'
import { opensOf, sessionsOf } from './support/counted.js'
import type { FakeBrowser } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'

const SECOND = 1_000
/** The engine has come, and has looked at the page. */
const SETTLED_MS = 2_000

type View = Extract<HelpEvent, { name: 'help.suggestion.view' }>
const viewsOf = ({ received }: FakeBrowser) =>
  received.filter((event): event is View => event.name === 'help.suggestion.view')

const list = (name: string, attributes = '') => `
  <section data-help-via="suggestion" data-help-list="${name}" ${attributes}>
    <a href="/en/articles/tabs" data-help-position="1">Tabs</a>
    <a href="/en/articles/consent" data-help-position="2">Consent</a>
  </section>`
const shown = (name = 'related') => document.querySelector(`[data-help-list=${name}]`)!

beforeEach(() => {
  document.body.innerHTML = list('related', 'data-help-algorithm="by-hand"')
})
afterEach(() => {
  document.body.innerHTML = ''
})

async function readerOf(path = '/en/articles/idle') {
  const made = await pageTab(path)
  await made.browser.advance(SETTLED_MS)
  return made
}

test('a list of which half was in view for a second was seen, once', async () => {
  const { browser, tab } = await readerOf()
  tab.setInView(shown(), true)
  await browser.advance(SECOND)
  tab.setInView(shown(), false)
  tab.setInView(shown(), true)
  await browser.advance(6 * SECOND)
  expect(viewsOf(browser)).toMatchObject([
    { listId: 'related', algorithm: 'by-hand', items: 2, article: { id: 'idle' }, page: '/en/articles/idle' },
  ])
  expect(browser.received.map((event) => parseEvent(event).ok)).toEqual([true, true])
})

test('a list that is passed by, or is in view while the tab is hidden, was not seen', async () => {
  const { browser, tab } = await readerOf()
  tab.setInView(shown(), true)
  await browser.advance(SECOND - 1)
  tab.setInView(shown(), false)
  await browser.advance(SECOND)
  tab.setInView(shown(), true)
  tab.setHidden(true)
  await browser.advance(10 * SECOND)
  expect(viewsOf(browser)).toEqual([])
  tab.setHidden(false)
  await browser.advance(SECOND)
  tab.close()
  await browser.advance(0)
  expect(viewsOf(browser)).toHaveLength(1)
})

test('a list that comes later is found, and each counts for itself', async () => {
  const { browser, tab } = await readerOf()
  document.body.insertAdjacentHTML('beforeend', list('popular'))
  await browser.advance(SECOND)
  tab.setInView(shown(), true)
  tab.setInView(shown('popular'), true)
  await browser.advance(7 * SECOND)
  expect(viewsOf(browser).map(({ listId }) => listId)).toEqual(['related', 'popular'])
})

test('the next page of the app shows its lists anew, those that stay included', async () => {
  const { browser, tab } = await readerOf()
  tab.setInView(shown(), true)
  await browser.advance(SECOND)
  document.body.append(document.createElement('main'))
  await tab.route('/en/articles/tabs')
  await browser.advance(SECOND + 200)
  tab.close()
  await browser.advance(0)
  expect(viewsOf(browser).map(({ page }) => page)).toEqual(['/en/articles/idle', '/en/articles/tabs'])
})

test('a list without a name, or empty, is none; nor is one that suggests nothing', async () => {
  document.body.innerHTML = `
    <section data-help-via="suggestion" data-help-list=""><a href="/">x</a></section>
    <section data-help-via="suggestion" data-help-list="empty"></section>
    <nav data-help-via="nav" data-help-list="menu"><a href="/">x</a></nav>`
  const { browser, tab } = await readerOf()
  for (const section of document.body.children) tab.setInView(section, true)
  await browser.advance(7 * SECOND)
  expect(viewsOf(browser)).toEqual([])
})

test('a list seen on a page without an article is told, and is no session and no activity', async () => {
  const { browser, tab } = await readerOf('/en')
  tab.setInView(shown(), true)
  await browser.advance(7 * SECOND)
  expect(viewsOf(browser)).toMatchObject([{ article: null, sessionId: null }])
  expect(await sessionsOf(browser)).toEqual([])
})

test('to see a list postpones no end', async () => {
  const { browser, tab, startedAt } = await articleTab()
  await browser.advance(SETTLED_MS)
  tab.setInView(shown(), true)
  await browser.advance(T)
  expect(viewsOf(browser)).toHaveLength(1)
  expect(await sessionsOf(browser)).toMatchObject([{ lastAt: startedAt }])
})

test('an article opened from a list says what made it', async () => {
  const { browser, tab } = await readerOf()
  tab.click(document.querySelector('a')!)
  await tab.route('/en/articles/tabs')
  await browser.advance(7 * SECOND)
  expect(opensOf(browser)[1]).toMatchObject({
    via: 'suggestion',
    listId: 'related',
    algorithm: 'by-hand',
    position: 1,
  })
})

test('after a refusal nothing is told and nothing is watched', async () => {
  const { browser, tab } = await readerOf()
  tab.setInView(shown(), true)
  await browser.advance(SECOND / 2)
  expect(tab.followed).toBe(1)
  tab.engine.setConsent('refused')
  await browser.advance(7 * SECOND)
  expect(viewsOf(browser)).toEqual([])
  expect(tab.followed).toBe(0)
})

test('where nobody knows what is in view all else counts', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', { ports: (usual) => ({ ...usual, sight: null }) })
  await browser.advance(SETTLED_MS)
  tab.scroll()
  tab.close()
  await browser.advance(0)
  expect(browser.received.map(({ name }) => name)).toEqual([
    'help.article.open',
    'help.article.progress',
    'help.article.leave',
  ])
})
