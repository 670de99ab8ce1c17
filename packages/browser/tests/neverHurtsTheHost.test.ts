import { parseEvent } from '@helptally/core/schema'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { grantedBrowser } from './support/granted.js'

const FROM_ELSEWHERE = { referrer: 'https://search.example/' }

let rejections: unknown[]
const onRejection = (reason: unknown) => void rejections.push(reason)
beforeEach(() => {
  rejections = []
  process.on('unhandledRejection', onRejection)
  jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(async () => {
  // Node tells of a rejection that nobody took after the promises of a turn.
  await new Promise((resolve) => setTimeout(resolve, 0))
  process.off('unhandledRejection', onRejection)
  jest.restoreAllMocks()
  expect(rejections).toEqual([])
})

test('a subscriber of the store that throws when counting is ready costs nothing', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  tab.engine.store.subscribe(({ status }) => {
    if (status === 'ready') throw new Error('the site')
  })
  await browser.advance(3_000)
  expect(browser.received).toMatchObject([{ name: 'help.article.open', seq: 1 }])
})

test('a subscriber that throws when a session starts loses no event and no number', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(1_000)
  let hasThrown = false
  tab.engine.store.subscribe(({ session }) => {
    if (!session || hasThrown) return
    hasThrown = true
    throw new Error('the site')
  })
  await tab.follow('/en/articles/idle')
  tab.engine.vote(1)
  await browser.advance(3_000)
  expect(browser.received.map(({ name, seq }) => [name, seq])).toEqual([
    ['help.article.open', 1],
    ['help.feedback.vote', 2],
  ])
})

test.each(['claiming', 'ready'] as const)(
  'a subscriber that refuses while %s leaves nothing behind',
  async (moment) => {
    const browser = grantedBrowser()
    const tab = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
    tab.engine.store.subscribe(({ status, consent }) => {
      if (status === moment && consent === 'granted') tab.engine.setConsent('refused')
    })
    await browser.advance(3_000)
    expect(tab.state).toMatchObject({ status: 'off', session: null })
    expect([tab.session.items.size, browser.local.items.size, browser.channels.size, browser.locks!.size]).toEqual([
      0, 0, 0, 0,
    ])
    expect(browser.requests).toBe(0)
  },
)

test('an event that beforeSend made unfit for JSON costs only itself', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', {
    ...FROM_ELSEWHERE,
    options: { beforeSend: (event) => (event.name === 'help.feedback.vote' ? { ...event, page: 1n as never } : event) },
  })
  await browser.advance(0)
  tab.engine.vote(1)
  await browser.advance(3_000)
  expect(browser.received.map(({ name }) => name)).toEqual(['help.article.open'])
})

test('beforeSend that changes an event in place changes none of its identity', async () => {
  const browser = grantedBrowser()
  browser.openTab('/en/articles/idle', {
    ...FROM_ELSEWHERE,
    options: { beforeSend: (event) => Object.assign(event, { tabId: 'x', seq: 7, id: 'y' }) },
  })
  await browser.advance(3_000)
  expect(parseEvent(browser.received[0])).toMatchObject({ ok: true, event: { seq: 1 } })
})

test('results for no query are none, and nothing throws', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(1_000)
  expect(() => tab.engine.showResults({ query: undefined as never, results: 1 })).not.toThrow()
})

test('a Retry-After of a year is no flood of requests: browsers take so long a delay for none', async () => {
  const browser = grantedBrowser()
  browser.timerMs = (ms) => (ms > 2 ** 31 - 1 ? 1 : ms)
  browser.answer = async () => ({ status: 503, retryAfterMs: 31_536_000_000 })
  browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(5_000)
  expect(browser.requests).toBe(1)
})

test.each([
  ['a position without end', '/en/articles/idle', 'data-help-position="1e999"'],
  ['a locale longer than any', '/en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd/articles/idle', ''],
])('%s in a page costs no event', async (_, path, attributes) => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en', FROM_ELSEWHERE)
  await browser.advance(1_000)
  await tab.follow(path, attributes)
  await browser.advance(3_000)
  expect(browser.received.map((event) => parseEvent(event).ok)).toEqual([true])
})

test('a refusal while locks are about to be forbidden says nothing on a channel that is closed', async () => {
  const browser = grantedBrowser()
  const original = browser.openTab('/en/articles/idle', FROM_ELSEWHERE)
  await browser.advance(6_000)
  const copy = browser.openTab('/en/articles/idle', {
    session: original.session.items,
    ports: (usual) => ({
      ...usual,
      locks: {
        ...usual.locks!,
        async tryTake() {
          await browser.wait(20)
          throw new DOMException('no', 'SecurityError')
        },
      },
    }),
  })
  await browser.advance(5)
  copy.engine.setConsent('refused')
  await browser.advance(3_000)
  expect(copy.state.status).toBe('off')
})
