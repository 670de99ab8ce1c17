import { MAX_BATCH_BYTES, parseBatch, parseEvent } from '@helptally/core/schema'
import { expect, jest, test } from '@jest/globals'
import { type FakeBrowser, MINUTE } from './support/fakeBrowser.js'
import { grantedBrowser } from './support/granted.js'
import { FROM_ELSEWHERE } from './support/unsent.js'

/** A tab with an article, and the bodies of all its requests. */
function overheard(browser: FakeBrowser) {
  const bodies: string[] = []
  const tab = browser.openTab('/en/articles/idle', {
    ports: (usual) => ({
      ...usual,
      send(url, body) {
        bodies.push(body)
        return usual.send(url, body)
      },
    }),
  })
  return { tab, bodies }
}

test('events travel together, one to two seconds after the first', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(500)
  tab.engine.vote(1)
  expect(browser.requests).toBe(0)
  await browser.advance(1_000)
  expect(browser.requests).toBe(1)
  expect(browser.received.map((event) => event.name)).toEqual(['help.article.open', 'help.feedback.vote'])
})

test('events wait for each other while they come, and no longer than five seconds', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  const voteEach600Ms = async (times: number) => {
    for (let i = 0; i < times; i++) {
      await browser.advance(600)
      tab.engine.vote(1)
    }
    return browser.requests
  }
  expect(await voteEach600Ms(3)).toBe(0)
  await browser.advance(300)
  expect(browser.requests).toBe(1)
  // The first that waits now came 600 ms later.
  expect(await voteEach600Ms(9)).toBe(1)
  expect(await voteEach600Ms(1)).toBe(2)
  await browser.advance(1_000)
  expect([browser.requests, browser.received.length]).toEqual([3, 14])
})

test('leaving sends what waits', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(100)
  tab.close()
  await browser.advance(0)
  expect(browser.received).toHaveLength(1)
})

test('an unreachable or busy collector is asked again, under the same ids, until it has them', async () => {
  const browser = grantedBrowser()
  const replies = [
    () => Promise.reject(new TypeError('Failed to fetch')),
    async () => ({ status: 503 }),
    async () => ({ status: 429, retryAfterMs: 30_000 }),
  ]
  const accept = browser.answer
  browser.answer = () => (replies.shift() ?? accept)()
  browser.openTab('/en/articles/idle')
  await browser.advance(10_000)
  expect(browser.received).toEqual([])
  expect(browser.requests).toBe(3)
  await browser.advance(30_000)
  expect(browser.received).toHaveLength(1)
})

test('who refuses while the collector is away, and consents again, is heard of as soon as anybody', async () => {
  const browser = grantedBrowser()
  const usual = browser.answer
  browser.answer = async () => ({ status: 429, retryAfterMs: MINUTE })
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(3_000)
  browser.answer = usual
  tab.engine.setConsent('refused')
  tab.engine.setConsent('granted')
  await browser.advance(3_000)
  expect(browser.received).toHaveLength(1)
})

test('what happens between a failure and the answer to what was sent on the way out is sent, too', async () => {
  const browser = grantedBrowser()
  const usual = browser.answer
  browser.answer = () => Promise.reject(new TypeError('Failed to fetch'))
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  while (browser.requests === 0) await browser.advance(10)
  let accept = () => {}
  browser.answer = () => new Promise((resolve) => (accept = () => resolve({ status: 202 })))
  tab.setHidden(true)
  // The time of the next try has passed, and nothing was left to try.
  await browser.advance(225)
  tab.setHidden(false)
  tab.engine.vote(1)
  browser.answer = usual
  accept()
  await browser.advance(6_000)
  expect(browser.received.map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('every event the engine makes is one that the collector takes', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab(`/en/articles/${'x'.repeat(100)}`)
  await browser.advance(MINUTE)
  tab.scroll()
  tab.engine.showResults({ query: ` ${'long '.repeat(100)}`, results: 0 })
  tab.engine.vote(-1)
  await browser.advance(3 * MINUTE)
  tab.close()
  await browser.advance(6_000)
  expect(browser.received.length).toBeGreaterThanOrEqual(3)
  expect(browser.received.map(parseEvent).filter((parsed) => !parsed.ok)).toEqual([])
  expect(browser.received.map((event) => event.seq)).toEqual(browser.received.map((_, index) => index + 1))
})

test('a page that is no collector is complained of once, and loses no event', async () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => {})
  const browser = grantedBrowser()
  const accept = browser.answer
  browser.answer = async () => ({ status: 200 })
  browser.openTab('/en/articles/idle')
  await browser.advance(10_000)
  expect(told.mock.calls).toEqual([[expect.stringMatching(/^\[helptally\] .*\/api\/help\/events.*202.*200/)]])
  browser.answer = accept
  await browser.advance(2 * MINUTE)
  expect(browser.received).toHaveLength(1)
  told.mockRestore()
})

test('a batch that the collector cannot take as a whole is not sent for ever', async () => {
  const told = jest.spyOn(console, 'error').mockImplementation(() => {})
  const browser = grantedBrowser()
  browser.answer = async () => ({ status: 400 })
  browser.openTab('/en/articles/idle')
  await browser.advance(10 * MINUTE)
  expect(browser.requests).toBe(1)
  told.mockRestore()
})

test('many events go one batch after the other, each small enough for the collector', async () => {
  const browser = grantedBrowser()
  const { tab, bodies } = overheard(browser)
  await browser.advance(500)
  for (let i = 0; i < 500; i++) tab.engine.vote(1)
  await browser.advance(1_000)
  expect(browser.received).toHaveLength(501)
  expect(bodies.length).toBeGreaterThan(2)
  for (const body of bodies) {
    expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(MAX_BATCH_BYTES)
    expect(parseBatch(JSON.parse(body))).toMatchObject({ ok: true })
  }
})

test('what the events of a batch have in common is sent once', async () => {
  const browser = grantedBrowser()
  const { tab, bodies } = overheard(browser)
  await browser.advance(500)
  for (let i = 0; i < 9; i++) tab.engine.vote(1)
  await browser.advance(1_000)
  const [batch] = bodies.map((body) => JSON.parse(body) as { common: object; events: object[] })
  expect(batch!.common).toMatchObject({
    site: 'docs',
    visitorId: expect.any(String),
    tabId: tab.state.tabId,
    article: { id: 'idle' },
  })
  expect(batch!.events.map((event) => Object.hasOwn(event, 'visitorId'))).not.toContain(true)
  expect(browser.received).toMatchObject(Array.from({ length: 10 }, (_, i) => ({ seq: i + 1, tabId: tab.state.tabId })))
  expect(bodies[0]!.length).toBeLessThan(JSON.stringify(browser.received).length / 1.5)
})

test('what a site writes into its attributes and addresses never makes an event that is refused', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en')
  await browser.advance(100)
  for (const position of ['-1', '1.5', 'x', '0']) {
    const path = `/en_US/articles/${position}-${'y'.repeat(200)}`
    await tab.follow(
      path,
      `data-help-via="nowhere" data-help-list="${'l'.repeat(90)}" data-help-position="${position}"`,
    )
  }
  await browser.advance(6_000)
  expect(browser.received).toHaveLength(4)
  expect(browser.received.map(parseEvent).filter((parsed) => !parsed.ok)).toEqual([])
  expect(browser.received[0]!.article!.lang).toBe('en-US')
})

test('a vote after a switch of language is one on the translation', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle')
  await browser.advance(100)
  await tab.route('/es/articles/idle')
  tab.engine.vote(1)
  await browser.advance(6_000)
  expect(browser.received.map(({ name, article }) => [name, article?.lang])).toEqual([
    ['help.article.open', 'en'],
    ['help.feedback.vote', 'es'],
  ])
})
