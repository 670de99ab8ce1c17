import { recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { sealed } from '../src/seal.js'
import { unsealed } from '../src/unsealed.js'
import { MINUTE } from './support/fakeBrowser.js'
import type { FakeTab } from './support/fakeTab.js'
import { grantedBrowser } from './support/granted.js'

/** Longer than a claim waits for an answer. */
const TOO_LATE_MS = 400

async function browserWithoutLocks() {
  const browser = grantedBrowser()
  browser.locks = null
  const original = browser.openTab('/en/articles/idle')
  await browser.advance(6_000)
  return { browser, original, copied: () => browser.openTab('/en/articles/idle', { session: original.session.items }) }
}
const idsOf = (tabs: readonly FakeTab[]) => new Set(tabs.map((tab) => tab.state.tabId))

test.each([
  ['with a hand-over in each', (record: object) => record],
  ['with no hand-over', (record: object) => ({ ...record, handedOver: false })],
])('case 61: of two copies of a tab that is gone, %s, one keeps the id', async (_, left) => {
  const { browser, original, copied } = await browserWithoutLocks()
  original.close()
  const record = unsealed(original.session.items.get('help.tab')!) as { readonly tabId: string }
  original.session.setItem('help.tab', sealed(left(record)))
  const copies = [copied(), copied()]
  await browser.advance(6_000)
  expect(idsOf(copies).size).toBe(2)
  expect(idsOf(copies)).toContain(record.tabId)
})

test('case 61: a copy that was answered too late goes on as a tab of its own, with a session of its own', async () => {
  const { browser, original, copied } = await browserWithoutLocks()
  const first = original.state.session!.id
  browser.messagesTakeMs = TOO_LATE_MS
  const copy = copied()
  await browser.advance(300)
  expect(copy.state.tabId).toBe(original.state.tabId)
  await browser.advance(6_000)

  expect(copy.state.tabId).not.toBe(original.state.tabId)
  expect(original.state.session?.id).toBe(first)
  expect(copy.state.session!.id).not.toBe(first)
  const forked = browser.received.find((event) => event.id === copy.state.session!.id)
  expect(forked).toMatchObject({ tabId: copy.state.tabId, seq: 1, forkedFrom: first, previousId: null })
  expect(recount(browser.received, browser.now).map(({ id }) => id)).toEqual([first, copy.state.session!.id])
})

test('case 61: a copy keeps the session that it started itself before it was answered', async () => {
  const { browser, original, copied } = await browserWithoutLocks()
  await browser.advance(6 * MINUTE)
  browser.messagesTakeMs = TOO_LATE_MS
  const copy = copied()
  await browser.advance(300)
  const own = copy.state.session!.id
  await browser.advance(6_000)
  expect(copy.state.session!.id).toBe(own)
  expect(copy.state.tabId).not.toBe(original.state.tabId)
  expect(browser.received.filter((event) => event.id === event.sessionId)).toHaveLength(2)
})

test('case 61: four copies at once are five tabs, however late they hear of each other', async () => {
  for (const messagesTakeMs of [0, 100, TOO_LATE_MS, 900]) {
    const { browser, original, copied } = await browserWithoutLocks()
    browser.messagesTakeMs = messagesTakeMs
    const tabs = [original, copied(), copied(), copied(), copied()]
    await browser.advance(10_000)
    expect(idsOf(tabs).size).toBe(5)
    expect(recount(browser.received, browser.now)).toHaveLength(5)
  }
})

test('a page that comes back from the bfcache before its successor let go asks for its lock again', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(6_000)
  const { tabId, session } = tab.state
  tab.leave()
  const lock = `help:tab:${tabId}`
  browser.locks!.add(lock)
  tab.back()
  await browser.advance(300)
  expect(tab.state.status).toBe('claiming')
  browser.locks!.delete(lock)
  await browser.advance(1_000)
  expect(tab.state).toMatchObject({ status: 'ready', tabId, session })
})

test('a page that comes back to find its id taken for good is another tab', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(6_000)
  const { tabId } = tab.state
  tab.leave()
  browser.locks!.add(`help:tab:${tabId}`)
  tab.back()
  await browser.advance(6_000)
  expect(tab.state.status).toBe('ready')
  expect(tab.state.tabId).not.toBe(tabId)
  expect(recount(browser.received, browser.now)).toHaveLength(2)
})
