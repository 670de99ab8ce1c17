import { recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'

const HOUR = 60 * MINUTE
const T = 5 * MINUTE

async function articleTab() {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(10_000)
  return { browser, tab, session: tab.state.session! }
}

test('the clock set back by an hour: the session lives, and ends after five real minutes', async () => {
  const { browser, tab, session } = await articleTab()
  browser.now -= HOUR
  tab.scroll()
  expect(tab.state.session?.id).toBe(session.id)
  await browser.advance(T - 1)
  expect(tab.state.session?.id).toBe(session.id)
  await browser.advance(1)
  expect(tab.state.session).toBeNull()
})

test('the clock set forward by an hour counts as sleep: the session has ended', async () => {
  const { browser, tab } = await articleTab()
  browser.now += HOUR
  tab.scroll()
  expect(tab.state.session).toBeNull()
})

test('a sleep of 4:49 in a session that was active ten seconds ago leaves it alive, one of 20 minutes ends it', async () => {
  for (const [sleepMs, isAlive] of [
    [T - 10_001, true],
    [20 * MINUTE, false],
  ] as const) {
    const { browser, tab } = await articleTab()
    browser.now += sleepMs
    tab.setHidden(false)
    expect(tab.state.session !== null).toBe(isAlive)
  }
})

test('a page loaded after the clock was set back by two minutes goes on where the one before was', async () => {
  const { browser, tab, session } = await articleTab()
  browser.now -= 2 * MINUTE
  tab.load('/en/articles/tabs')
  await browser.advance(2_000)
  expect(tab.state.session?.id).toBe(session.id)
  const times = browser.received.map((event) => event.ts)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('a record from five minutes in the future or more is not believed', async () => {
  const { browser, tab, session } = await articleTab()
  const { tabId } = tab.state
  tab.leave()
  browser.now -= T
  tab.load('/en/articles/tabs')
  await browser.advance(2_000)
  expect(tab.state.session?.id).not.toBe(session.id)
  expect(tab.state.tabId).not.toBe(tabId)
})

test.each([
  ['no JSON', '{'],
  ['null', 'null'],
  ['another shape', '{"v":1,"tabId":7}'],
  ['a stamp that is no number', '{"v":1,"tabId":"x","seq":3,"writtenAt":null,"thread":{"open":null}}'],
])('a record that is %s is not believed, and nothing throws', async (_, text) => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', { session: new Map([['help.tab', text]]) })
  await browser.advance(2_000)
  expect(tab.state.status).toBe('ready')
  expect(browser.received).toMatchObject([{ seq: 1, tabId: tab.state.tabId }])
})

test('whatever the clock does, a recount finds the sessions that the page counted', async () => {
  for (const jump of [-3 * HOUR, -T, -MINUTE, -1, 1, MINUTE, T, HOUR]) {
    const { browser, tab } = await articleTab()
    browser.now += jump
    await tab.follow('/en/articles/tabs')
    await browser.advance(T)
    browser.now -= jump
    await tab.follow('/en/articles/consent')
    await browser.advance(2_000)
    const claimed = browser.received.filter((event) => event.id === event.sessionId).map(({ id }) => id)
    expect(recount(browser.received, browser.now + HOUR).map(({ id }) => id)).toEqual(claimed)
  }
})
