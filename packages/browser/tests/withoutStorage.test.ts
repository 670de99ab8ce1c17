import { recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import type { FakeTab } from './support/fakeTab.js'
import { grantedBrowser } from './support/granted.js'

/** A store with no room for anything that is longer than what is there. */
function fill(tab: FakeTab): () => void {
  const { setItem } = tab.session
  tab.session.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  return () => {
    tab.session.setItem = setItem
  }
}

async function articleTab() {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(6_000)
  return { browser, tab, session: tab.state.session! }
}

test('case 78: with a full storage the session goes on in memory and says so, and is written when there is room', async () => {
  const { browser, tab, session } = await articleTab()
  const makeRoom = fill(tab)
  await tab.follow('/en/articles/tabs')
  expect(tab.state).toMatchObject({ session: { id: session.id }, degraded: ['storage'] })
  makeRoom()
  await tab.follow('/en/articles/consent')
  expect(tab.state.degraded).toEqual([])
  tab.load('/en/articles/idle')
  await browser.advance(6_000)
  expect(tab.state.session?.id).toBe(session.id)
  expect(browser.received.map((event) => event.seq)).toEqual([1, 2, 3, 4, 5])
})

test('case 78: a document after one that could not write is another tab, and repeats no sequence number', async () => {
  const { browser, tab } = await articleTab()
  fill(tab)
  await tab.follow('/en/articles/tabs')
  tab.load('/en/articles/consent')
  await browser.advance(6_000)
  const numbers = browser.received.map((event) => `${event.tabId} ${event.seq}`)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(recount(browser.received, browser.now)).toHaveLength(2)
})

test('case 78: a page that could not write goes on with its own session when it is back from the bfcache', async () => {
  const { browser, tab, session } = await articleTab()
  const { tabId } = tab.state
  fill(tab)
  tab.leave()
  tab.back()
  await browser.advance(6_000)
  expect(tab.state).toMatchObject({ status: 'ready', tabId, session: { id: session.id } })
})

test('case 77: without any storage a page back from the bfcache goes on with its session and its numbers', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  fill(tab)
  tab.session.items.clear()
  await browser.advance(6_000)
  const { session } = tab.state
  tab.leave()
  tab.engine.vote(1)
  tab.back()
  await browser.advance(6_000)
  expect(tab.state.session?.id).toBe(session!.id)
  expect(browser.received.map((event) => event.seq)).toEqual([1, 2, 3, 4])
})
