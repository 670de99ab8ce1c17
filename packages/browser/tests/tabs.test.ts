import { recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'

test('case 47: a background tab that was never seen starts nothing, and counts when it is first seen', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', { hidden: true })
  await browser.advance(10 * MINUTE)
  expect(browser.received).toEqual([])
  const seenAt = browser.now
  tab.setHidden(false)
  await browser.advance(6_000)
  expect(browser.received).toMatchObject([{ name: 'help.article.open', ts: seenAt }])
})

test('a page left before its tab was claimed is counted all the same', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  // The engine has started, the lock has not answered.
  const starting = browser.advance(0)
  await Promise.resolve()
  tab.close()
  await starting
  await browser.advance(6_000)
  expect(recount(browser.received, browser.now).length).toBeLessThanOrEqual(1)
})

test('case 65: back from the bfcache within five minutes the tab goes on under its id', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(1_000)
  const { tabId, session } = tab.state
  tab.leave()
  expect(tab.state.status).toBe('parked')
  expect(browser.locks!.size).toBe(0)
  expect(browser.channels.size).toBe(0)
  await browser.advance(MINUTE)
  tab.back()
  await browser.advance(1_000)
  expect(tab.state).toMatchObject({ status: 'ready', tabId, session: { id: session!.id } })
  await browser.advance(6_000)
  expect(browser.received.map((event) => event.seq)).toEqual([1, 2, 3])
})

test('a copy forgets at once what it was copied from', async () => {
  const browser = grantedBrowser()
  const original = browser.openTab('/en/articles/idle')
  await browser.advance(1_000)
  const copy = browser.openTab('/en', { session: original.session.items })
  await browser.advance(1_000)
  const { tabId } = copy.state
  original.close()
  copy.load('/en')
  await browser.advance(1_000)
  expect(copy.state.tabId).toBe(tabId)
  expect(copy.state.session).toBeNull()
})

test('a page that was loaded before the click, unseen, still learns of it when it is seen', async () => {
  const browser = grantedBrowser()
  const before = browser.openTab('/en')
  await browser.advance(100)
  document.body.innerHTML = '<nav><a href="/en/articles/idle">Idle</a></nav>'
  before.click(document.querySelector('a')!)
  const prerendered = browser.openTab('/en/articles/idle', { hidden: true, referrer: before.url.href })
  await browser.advance(100)
  before.leave()
  prerendered.session.items.set('help.tab', before.session.items.get('help.tab')!)
  prerendered.setHidden(false)
  await browser.advance(6_000)
  expect(browser.received).toMatchObject([{ entry: 'article_click', via: 'nav', tabId: before.state.tabId }])
})

test('case 56: a discarded tab that is looked at within five minutes goes on with its session', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(6_000)
  const { id } = tab.state.session!
  await browser.advance(4 * MINUTE)
  tab.discard()
  await browser.advance(1_000)
  tab.scroll()
  await browser.advance(6_000)
  expect(tab.state.session?.id).toBe(id)
  expect(recount(browser.received, browser.now)).toHaveLength(1)
})

test('case 56: a discarded tab that is looked at later starts nothing until the reader acts', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(6_000)
  const { session, tabId } = tab.state
  await browser.advance(10 * MINUTE)
  tab.discard()
  await browser.advance(MINUTE)
  expect(recount(browser.received, browser.now)).toHaveLength(1)
  tab.scroll()
  await browser.advance(6_000)
  expect(tab.state.tabId).toBe(tabId)
  expect(recount(browser.received, browser.now)[1]).toMatchObject({
    previousId: session!.id,
    opening: { entry: 'direct_link', nav: 'history' },
  })
})

test('what is told after the page was left, as vitals are, takes no number twice', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(1_000)
  tab.leave()
  tab.engine.vote(1)
  tab.load('/en/articles/tabs')
  await browser.advance(6_000)
  expect(browser.received.map((event) => event.seq).sort()).toEqual([1, 2, 3, 4])
})
