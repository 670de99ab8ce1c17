import { expect, jest, test } from '@jest/globals'
import { type FakeBrowser, MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'
import { articles, collectorIsAway, crashedUnsent, FROM_ELSEWHERE } from './support/unsent.js'

const HOUR = 60 * MINUTE

test('an event is in the journal at the end of its tick, and gone once it is delivered', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(6_000)
  expect(browser.journal!.size).toBe(0)
  await tab.follow('/en/articles/idle')
  tab.engine.vote(1)
  tab.engine.vote(-1)
  await browser.advance(0)
  expect([...browser.journal!.values()].map(({ unsent }) => unsent.length)).toEqual([3])
  await browser.advance(6_000)
  expect(browser.received).toHaveLength(3)
  expect(browser.journal!.size).toBe(0)
})

test('a lost answer doubles nothing after the store, and empties the journal', async () => {
  const browser = grantedBrowser()
  const take = browser.take
  let lost = 0
  browser.take = (body) => {
    const told = take(body)
    if (lost++ === 0) throw new TypeError('Failed to fetch')
    return told
  }
  browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(3_000)
  expect([browser.received.length, browser.copies, browser.journal!.size]).toEqual([1, 1, 0])
})

test('a refusal empties the journal, of all tabs', async () => {
  const browser = grantedBrowser()
  await crashedUnsent(browser)
  collectorIsAway(browser)
  const tab = browser.openTab('/en/articles/tabs', FROM_ELSEWHERE)
  await browser.advance(100)
  expect(browser.journal!.size).toBe(2)
  tab.engine.setConsent('refused')
  await browser.advance(0)
  expect(browser.journal!.size).toBe(0)
  await browser.advance(HOUR)
  expect(browser.journal!.size).toBe(0)
})

test('before a choice nothing is written down, nor looked for', async () => {
  const browser = grantedBrowser()
  await crashedUnsent(browser)
  browser.cookies.clear()
  let touched = 0
  browser.journalAnswer = async () => {
    touched++
  }
  browser.openTab('/en/articles/tabs', FROM_ELSEWHERE)
  await browser.advance(MINUTE)
  expect([touched, browser.requests]).toEqual([0, 0])
})

test.each<[string, Partial<FakeBrowser>]>([
  ['is missing', { journal: null }],
  ['fails', { journalAnswer: () => Promise.reject(new DOMException('full')) }],
  ['never answers', { journalAnswer: () => new Promise(() => {}) }],
])('where the journal %s, events are delivered from memory', async (_, trouble) => {
  const browser = Object.assign(grantedBrowser(), trouble)
  const away = collectorIsAway(browser)
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(3_000)
  away.back()
  tab.engine.vote(1)
  await browser.advance(5_000)
  expect(browser.received.map(({ seq }) => seq)).toEqual([1, 2])
})

test('an event that no request takes is given up, and holds up no other', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', {
    ...FROM_ELSEWHERE,
    options: {
      beforeSend: (event) =>
        event.name === 'help.feedback.vote' ? { ...event, page: `/${'x'.repeat(70_000)}` } : event,
    },
  })
  await browser.advance(6_000)
  tab.engine.vote(1)
  await tab.route('/en/articles/tabs')
  await browser.advance(7_000)
  expect(articles(browser)).toEqual(['idle', 'tabs'])
  expect([browser.dropped, browser.journal!.size]).toEqual([1, 0])
  expect(browser.requests).toBeLessThan(5)
})

test('what was given up is told even when the batch that told it is turned away', async () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => {})
  const browser = grantedBrowser()
  const usual = browser.answer
  let size = 70_000
  const tab = browser.openTab('/en/articles/idle', {
    ...FROM_ELSEWHERE,
    options: { beforeSend: (event) => ({ ...event, page: `/${'x'.repeat(size)}` }) },
  })
  await browser.advance(500)
  size = 1
  browser.answer = async () => ({ status: 400 })
  tab.engine.vote(1)
  await browser.advance(2_000)
  browser.answer = usual
  tab.engine.vote(1)
  await browser.advance(6_000)
  expect([browser.received.length, browser.dropped]).toEqual([1, 2])
  told.mockRestore()
})

test('a batch that the collector cannot take is counted as lost', async () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => {})
  const browser = grantedBrowser()
  const usual = browser.answer
  browser.answer = async () => ({ status: 400 })
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(2_000)
  browser.answer = usual
  tab.engine.vote(1)
  await browser.advance(6_000)
  expect([browser.received.length, browser.dropped, browser.journal!.size]).toEqual([1, 1, 0])
  told.mockRestore()
})

test('an answer that comes when the page is left opens no journal, and is not forgotten when the page comes back', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(100)
  const usual = browser.answer
  browser.answer = () => browser.wait(50).then(usual)
  let used = 0
  tab.leave()
  await browser.advance(0)
  browser.journalAnswer = async () => {
    used++
  }
  await browser.advance(1_000)
  expect([browser.received.length, browser.journal!.size, used]).toEqual([1, 1, 0])
  tab.back()
  await browser.advance(1_000)
  expect([...browser.journal!.keys()]).not.toContain(browser.received[0]!.id)
})
