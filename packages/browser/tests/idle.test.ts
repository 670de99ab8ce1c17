import { recount } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { MINUTE } from './support/fakeBrowser.js'
import type { FakeTab } from './support/fakeTab.js'
import { grantedBrowser } from './support/granted.js'

const T = 5 * MINUTE

async function articleTab() {
  const browser = grantedBrowser()
  // From elsewhere: no other tab is asked for a click, and the session starts at once.
  const tab = browser.openTab('/en/articles/idle', { referrer: 'https://search.example/' })
  await browser.advance(0)
  return { browser, tab, startedAt: browser.now }
}
const isOpen = (tab: FakeTab) => tab.state.session !== null

test('a session is open at 4:59.999 and has ended at 5:00.000', async () => {
  const { browser, tab } = await articleTab()
  await browser.advance(T - 1)
  expect(isOpen(tab)).toBe(true)
  await browser.advance(1)
  expect(isOpen(tab)).toBe(false)
})

test('activity at 4:59.999 postpones the end, again and again, without a maximum', async () => {
  const { browser, tab } = await articleTab()
  for (let i = 0; i < 50; i++) {
    await browser.advance(T - 1)
    tab.scroll()
  }
  expect(isOpen(tab)).toBe(true)
  expect(recount(browser.received, browser.now)).toHaveLength(1)
})

test('after the end a scroll starts nothing; the next article does, linked to the first session', async () => {
  const { browser, tab } = await articleTab()
  const first = tab.state.session!.id
  await browser.advance(T + 10_000)
  tab.scroll()
  expect(isOpen(tab)).toBe(false)
  await tab.follow('/en/articles/tabs')
  await browser.advance(2_000)
  const sessions = recount(browser.received, browser.now)
  expect(sessions.map((session) => session.previousId)).toEqual([null, first])
  expect(sessions[1]!.opening).toMatchObject({
    entry: 'article_click',
    previousId: first,
    tabId: sessions[0]!.opening.tabId,
  })
})

test('a late look at the clock dates the end by the last activity', async () => {
  const { browser, tab, startedAt } = await articleTab()
  await browser.advance(30_000)
  tab.scroll()
  const [lastAt, sleep] = [browser.now, 3 * 60 * MINUTE]
  browser.now += sleep
  await tab.follow('/en/articles/tabs')
  await browser.advance(2_000)
  const [session] = recount(browser.received, browser.now)
  expect(session).toMatchObject({ startedAt, lastAt, endedAt: lastAt + T, reason: 'idle' })
})

test('looking away and back is no activity', async () => {
  const { browser, tab } = await articleTab()
  for (let i = 0; i < 10; i++) {
    await browser.advance(MINUTE / 2)
    tab.setHidden(i % 2 === 0)
  }
  expect(isOpen(tab)).toBe(false)
})

test('an active reader gives proof every two minutes, and the log alone finds the same end', async () => {
  const { browser, tab } = await articleTab()
  let lastAt = 0
  for (let i = 0; i < 30; i++) {
    await browser.advance(20_000)
    tab.scroll()
    lastAt = browser.now
  }
  const progress = browser.received.filter((event) => event.name === 'help.article.progress')
  expect(progress.length).toBeGreaterThanOrEqual(4)
  await browser.advance(T)
  const [session] = recount(browser.received, browser.now)
  expect(session).toMatchObject({ lastAt, endedAt: lastAt + T })
})

test('a reload within five minutes goes on with the session, its stamp written on leaving', async () => {
  const { browser, tab } = await articleTab()
  const { id } = tab.state.session!
  await browser.advance(4 * MINUTE)
  tab.scroll()
  tab.load('/en/articles/idle', 'reload')
  await browser.advance(0)
  expect(tab.state.session!.id).toBe(id)
  await browser.advance(T)
  tab.load('/en/articles/idle', 'reload')
  await browser.advance(2_000)
  expect(recount(browser.received, browser.now).map((session) => session.opening.nav)).toEqual(['load', 'reload'])
})

test('a page that scrolls by itself keeps no session alive', async () => {
  const { browser, tab } = await articleTab()
  tab.scroll()
  for (let i = 0; i < 400; i++) {
    await browser.advance(900)
    tab.scrollBy()
  }
  expect(isOpen(tab)).toBe(false)
})
