import { expect, test } from '@jest/globals'
import { type FakeBrowser, MINUTE } from './support/fakeBrowser.js'
import { FakeTab } from './support/fakeTab.js'
import { grantedBrowser } from './support/granted.js'
import { articles, collectorIsAway, crashedUnsent, FROM_ELSEWHERE } from './support/unsent.js'

const HOUR = 60 * MINUTE

/** Has found what a crashed tab left, and waits for an answer that takes five seconds. */
async function askingTab(browser: FakeBrowser): Promise<FakeTab> {
  await crashedUnsent(browser)
  const usual = browser.answer
  browser.answer = () => browser.wait(5_000).then(usual)
  const tab = browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(1_100)
  return tab
}

test('what a crash left unsent is delivered by the next page of its tab', async () => {
  const browser = grantedBrowser()
  const tab = await crashedUnsent(browser)
  const again = new FakeTab(browser, '/en', { store: tab.session, nav: 'reload' })
  await browser.advance(6_000)
  expect(articles(browser)).toEqual(['idle'])
  expect(browser.received[0]!.tabId).toBe(again.state.tabId)
  expect(browser.journal!.size).toBe(0)
})

test('what a tab that is gone left unsent is delivered by one of the tabs that live', async () => {
  const browser = grantedBrowser()
  await crashedUnsent(browser)
  const others = [browser.openTab('/en', FROM_ELSEWHERE), browser.openTab('/en', FROM_ELSEWHERE)]
  await browser.advance(6_000)
  expect(articles(browser)).toEqual(['idle'])
  expect(others.map(({ state }) => state.session)).toEqual([null, null])
  expect(browser.requests).toBe(2)
})

test('what a living tab has in the journal is left to it', async () => {
  const browser = grantedBrowser()
  const away = collectorIsAway(browser)
  browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(100)
  browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(600)
  const requests = browser.requests
  away.back()
  await browser.advance(30_000)
  expect(articles(browser)).toEqual(['idle'])
  expect(browser.copies).toBe(0)
  expect(browser.requests).toBe(requests + 1)
})

test('what the collector has got is not sent again, though the page never heard of it', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(100)
  tab.leave()
  tab.vanish()
  expect(browser.journal!.size).toBe(1)
  await browser.advance(10)
  expect(articles(browser)).toEqual(['idle'])
  browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(6_000)
  expect(browser.copies).toBe(0)
  expect(browser.journal!.size).toBe(0)
})

test('what got through before events that were sent earlier is not sent again', async () => {
  const browser = grantedBrowser()
  const usual = browser.answer
  browser.answer = () => new Promise(() => {})
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(2_500)
  browser.answer = usual
  tab.engine.vote(1)
  tab.leave()
  tab.vanish()
  await browser.advance(10)
  expect(browser.received.map(({ seq }) => seq)).toEqual([2])
  browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(6_000)
  expect(browser.received.map(({ seq }) => seq)).toEqual([2, 1])
  expect(browser.copies).toBe(0)
})

test.each([
  ['older than a day', 25 * HOUR, 0],
  ['a day old', 23 * HOUR, 1],
])('of what is left, events %s are delivered or given up', async (_, ago, delivered) => {
  const browser = grantedBrowser()
  await crashedUnsent(browser)
  await browser.advance(ago)
  const other = browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(6_000)
  expect(browser.received).toHaveLength(delivered)
  expect(browser.journal!.size).toBe(0)
  await other.follow('/en/articles/tabs')
  await browser.advance(6_000)
  expect(browser.dropped).toBe(1 - delivered)
})

test.each([
  ['by a page after it', true],
  ['by the page itself', false],
])('of more than a megabyte the newest are delivered, %s', async (_, crashes) => {
  const browser = grantedBrowser()
  const away = collectorIsAway(browser)
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(100)
  for (let i = 0; i < 4_000; i++) tab.engine.vote(1)
  await browser.advance(crashes ? 500 : 6_000)
  if (crashes) tab.crash()
  away.back()
  if (crashes) browser.openTab('/en', FROM_ELSEWHERE)
  for (let second = 0; second < 10; second++) await browser.advance(1_000)
  const size = browser.received.reduce((sum, event) => sum + JSON.stringify(event).length, 0)
  expect(size).toBeLessThanOrEqual(1_000_000)
  expect(size).toBeGreaterThan(980_000)
  expect(browser.received.length + browser.dropped).toBe(4_001)
  expect(browser.received.some(({ seq }) => seq === 4_001)).toBe(true)
  expect(browser.received.some(({ seq }) => seq === 1)).toBe(false)
  expect(browser.journal!.size).toBe(0)
})

test('without locks a page delivers what is left by its own tab at once, and what others left after a minute', async () => {
  const browser = grantedBrowser()
  browser.locks = null
  const away = collectorIsAway(browser)
  const [own, other] = [
    browser.openTab('/en/articles/idle', FROM_ELSEWHERE),
    browser.openTab('/en/articles/tabs', FROM_ELSEWHERE),
  ]
  await browser.advance(500)
  own.leave()
  own.vanish()
  other.vanish()
  away.back()
  const next = new FakeTab(browser, '/en', { store: own.session, ...FROM_ELSEWHERE })
  await browser.advance(6_000)
  expect(articles(browser)).toEqual(['idle'])
  await browser.advance(MINUTE)
  next.load('/en')
  await browser.advance(6_000)
  expect(articles(browser)).toEqual(['idle', 'tabs'])
})

test('a page that has looked once leaves it to the next to deliver for a tab that is gone since', async () => {
  const browser = grantedBrowser()
  browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(6_000)
  await crashedUnsent(browser)
  browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(6_000)
  expect(articles(browser)).toEqual(['idle'])
  expect(browser.locks!.has('help:leftovers')).toBe(false)
})

test('a page that is left while it asks for the mark leaves everything to the next', async () => {
  const browser = grantedBrowser()
  const tab = await askingTab(browser)
  tab.leave()
  await browser.advance(6_000)
  tab.back()
  await browser.advance(20_000)
  expect(articles(browser)).toEqual(['idle'])
})

test('a tab that came back with an older memory delivers what it left under numbers that it gives again', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(6_000)
  const older = new Map(tab.session.items)
  tab.engine.vote(1)
  await browser.advance(0)
  tab.crash()
  const usual = browser.journalAnswer
  browser.journalAnswer = () => browser.wait(3_000)
  new FakeTab(browser, '/en/articles/tabs', { session: older, nav: 'history' })
  await browser.advance(20_000)
  browser.journalAnswer = usual
  expect(browser.received.map(({ name, seq }) => `${seq} ${name}`).toSorted()).toEqual([
    '1 help.article.open',
    '2 help.article.open',
    '2 help.feedback.vote',
  ])
})

test('a refusal while the mark is asked for lets go of the lock at once', async () => {
  const browser = grantedBrowser()
  const tab = await askingTab(browser)
  expect(browser.locks!.has('help:leftovers')).toBe(true)
  tab.engine.setConsent('refused')
  await browser.advance(0)
  expect([...browser.locks!]).toEqual([])
  await browser.advance(10_000)
  expect([browser.received.length, browser.journal!.size]).toEqual([0, 0])
})
