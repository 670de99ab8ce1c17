import { describe, expect, test } from '@jest/globals'
import { articleTab, T } from '../support/articleTab.js'
import { sessionsOf } from '../support/counted.js'
import { MINUTE } from '../support/fakeBrowser.js'

const HOUR = 60 * MINUTE

/** A tab whose article was opened ten seconds ago. */
async function readerTab() {
  const made = await articleTab()
  await made.browser.advance(10_000)
  return made
}

describe('the clock is set back by an hour in a document', () => {
  test('case 13: the session lives, and ends after five real minutes', async () => {
    const { browser, tab, id } = await readerTab()
    browser.now -= HOUR
    tab.scroll()
    expect(tab.state.session?.id).toBe(id)
    await browser.advance(T - 1)
    expect(tab.state.session?.id).toBe(id)
    await browser.advance(1)
    expect(tab.state.session).toBeNull()
    expect(await sessionsOf(browser)).toHaveLength(1)
  })

  test('case 13: the stored stamp follows, so that the next document goes on with the session', async () => {
    const { browser, tab, id } = await readerTab()
    browser.now -= HOUR
    tab.scroll()
    await browser.advance(10_000)
    tab.load('/en/articles/tabs')
    await browser.advance(T - 1)
    expect(tab.state.session?.id).toBe(id)
    await browser.advance(1)
    expect(tab.state.session).toBeNull()
    expect(await sessionsOf(browser)).toHaveLength(1)
  })
})

test.each([
  ['case 14: the clock set forward by an hour', 10_000, HOUR],
  ['case 15: a sleep of twenty minutes, in which the monotonic clock stood still,', 0, 20 * MINUTE],
])('%s ends the session five minutes after its last activity', async (_, awakeMs, jumpMs) => {
  const { browser, tab, startedAt, id } = await articleTab()
  await browser.advance(awakeMs)
  browser.now += jumpMs
  tab.scroll()
  expect(tab.state.session).toBeNull()
  await tab.follow('/en/articles/tabs')
  expect(await sessionsOf(browser)).toMatchObject([
    { id, lastAt: startedAt, endedAt: startedAt + T },
    { startedAt: startedAt + awakeMs + jumpMs, previousId: id },
  ])
})

test('case 16: a sleep of 4:50 leaves the session alive: an activity at 4:59.999 is in it', async () => {
  const { browser, tab, startedAt, id } = await articleTab()
  browser.now += 290_000
  await browser.advance(9_999)
  tab.scroll()
  await browser.advance(T - 1)
  expect(tab.state.session?.id).toBe(id)
  await tab.follow('/en/articles/tabs')
  expect(await sessionsOf(browser)).toMatchObject([{ id, startedAt, lastAt: startedAt + 2 * (T - 1) }])
})

test('case 17: a page whose clock is two minutes behind the stored stamp goes on with the session, its times in order', async () => {
  const { browser, tab, id } = await readerTab()
  tab.close()
  await browser.advance(0)
  browser.now -= 2 * MINUTE
  const next = browser.openTab('/en/articles/tabs', { store: tab.session, referrer: tab.url.href })
  await browser.advance(T - 1)
  expect(next.state.session?.id).toBe(id)
  await browser.advance(1)
  expect(next.state.session).toBeNull()
  expect(await sessionsOf(browser)).toHaveLength(1)
  const times = browser.received.map((event) => event.ts)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test.each([T, 6 * MINUTE, 24 * HOUR])(
  'case 18: a stamp from %i ms in the future is not believed, nor is its session',
  async (aheadMs) => {
    const { browser, tab, id } = await readerTab()
    tab.close()
    await browser.advance(0)
    browser.now -= aheadMs
    const next = browser.openTab('/en/categories/start', { store: tab.session })
    await browser.advance(6_000)
    expect(next.state).toMatchObject({ status: 'ready', session: null })
    await next.follow('/en/articles/tabs')
    expect(next.state.session?.id).not.toBe(id)
    expect(await sessionsOf(browser)).toHaveLength(2)
  },
)

test('whatever the clock does, a recount finds the sessions that the page counted', async () => {
  for (const jump of [-3 * HOUR, -T, -MINUTE, -1, 1, MINUTE, T, HOUR]) {
    const { browser, tab } = await readerTab()
    browser.now += jump
    await tab.follow('/en/articles/tabs')
    await browser.advance(T)
    browser.now -= jump
    await tab.follow('/en/articles/consent')
    await sessionsOf(browser)
  }
})
