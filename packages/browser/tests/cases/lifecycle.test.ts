import { describe, expect, test } from '@jest/globals'
import { articleTab, T } from '../support/articleTab.js'
import { opensOf, sessionsOf, watchEnds } from '../support/counted.js'
import { MINUTE } from '../support/fakeBrowser.js'
import type { FakeTab } from '../support/fakeTab.js'
import { grantedBrowser } from '../support/granted.js'
import { browserWith } from '../support/worlds.js'

test('case 62: a reload at 4:59.999 goes on with the session', async () => {
  const { browser, tab, id } = await articleTab()
  await browser.advance(T - 1)
  tab.load('/en/articles/idle', 'reload')
  expect(await sessionsOf(browser)).toMatchObject([{ id }])
  expect(opensOf(browser).map(({ nav }) => nav)).toEqual(['load', 'reload'])
})

test('case 63: a reload at 5:00.000 starts the next session, as direct_link', async () => {
  const { browser, tab, id } = await articleTab()
  await browser.advance(T)
  tab.load('/en/articles/idle', 'reload')
  expect(await sessionsOf(browser)).toMatchObject([
    { id },
    { previousId: id, opening: { entry: 'direct_link', nav: 'reload' } },
  ])
})

test.each(['locks', 'channel', 'neither'] as const)(
  'case 64: a load of another article in the tab goes on with the session, by %s',
  async (means) => {
    const browser = browserWith(means)
    const tab = browser.openTab('/en/articles/idle')
    await browser.advance(T - 1)
    const { tabId, session } = tab.state
    tab.load('/en/articles/tabs')
    expect(await sessionsOf(browser)).toMatchObject([{ id: session!.id }])
    expect(tab.state.tabId).toBe(tabId)
    expect(browser.received.map(({ seq }) => seq)).toEqual([1, 2, 3])
  },
)

describe('back from the bfcache', () => {
  /** A tab whose first article waits in the bfcache while the second is read. */
  async function twoPages() {
    const { browser, tab: first, id } = await articleTab()
    await browser.advance(6_000)
    first.leave()
    const second = browser.openTab('/en/articles/tabs', { store: first.session, referrer: first.url.href })
    await browser.advance(6_000)
    return { browser, first, second, id, tabId: second.state.tabId }
  }
  /** In the order of Chromium: the page that returns is shown before the other one leaves. */
  async function turn(from: FakeTab, to: FakeTab): Promise<void> {
    to.back()
    from.leave()
    await to.browser.advance(1_000)
  }

  test('case 65: the tab goes on from what the page after it remembers, not from its own memory', async () => {
    const { browser, first, second, id, tabId } = await twoPages()
    await browser.advance(4 * MINUTE)
    second.scroll()
    await browser.advance(4 * MINUTE)
    await turn(second, first)
    expect(first.state).toMatchObject({ status: 'ready', tabId, session: { id } })
    expect(await sessionsOf(browser)).toMatchObject([{ id }])
    expect(browser.received.map(({ seq }) => seq)).toEqual(browser.received.map((_, index) => index + 1))
  })

  test('case 66: after five minutes the session ended once, and the article on screen starts the next', async () => {
    const { browser, first, second, id } = await twoPages()
    const [opened] = opensOf(browser, second).slice(-1)
    await browser.advance(T)
    await turn(second, first)
    expect(await sessionsOf(browser)).toMatchObject([
      { id, endedAt: opened!.ts + T },
      { previousId: id, opening: { entry: 'direct_link', nav: 'history', article: { id: 'idle' } } },
    ])
  })

  test('case 67: to and fro, the tab keeps its id and its session, and no page asks for a lock that another holds', async () => {
    const { browser, first, second, id, tabId } = await twoPages()
    for (let round = 0; round < 4; round++) {
      await turn(second, first)
      expect(first.state).toMatchObject({ status: 'ready', tabId, session: { id } })
      await turn(first, second)
      expect(second.state).toMatchObject({ status: 'ready', tabId, session: { id } })
    }
    expect(browser.locksRefused).toBe(0)
    expect(await sessionsOf(browser)).toMatchObject([{ id }])
  })
})

test('case 68, 70: a prerendered article stores, sends and starts nothing, visible or not, until it is activated', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', { prerendering: true })
  await browser.advance(MINUTE)
  tab.setHidden(false)
  await browser.advance(MINUTE)
  expect(tab.state).toMatchObject({ status: 'off', session: null })
  expect([tab.session.items.size, browser.local.items.size, browser.locks!.size, browser.channelsOpened]).toEqual([
    0, 0, 0, 0,
  ])
  const activatedAt = browser.now
  tab.activate()
  await browser.advance(6_000)
  // A quarter of a second for the page before, which leaves after this one is shown.
  expect(await sessionsOf(browser)).toMatchObject([{ startedAt: activatedAt + 250 }])
})

test('case 69: a prerendered article that is left at once counts all the same', async () => {
  const browser = grantedBrowser()
  const tab = browser.openTab('/en/articles/idle', { prerendering: true })
  await browser.advance(MINUTE)
  tab.activate()
  await browser.advance(100)
  tab.leave()
  expect(await sessionsOf(browser)).toMatchObject([{ opening: { entry: 'direct_link' } }])
})

test('case 71: looking away and back forty times is no activity', async () => {
  const { browser, tab, startedAt } = await articleTab()
  const ends = watchEnds(tab)
  for (let look = 0; look < 40; look++) {
    await browser.advance(T / 40)
    tab.setHidden(look % 2 === 0)
  }
  await browser.advance(MINUTE)
  expect(ends).toEqual([startedAt + T])
  expect(await sessionsOf(browser)).toMatchObject([{ lastAt: startedAt, endedAt: startedAt + T }])
})

test('case 72: a tab that was hidden for six minutes, its timers asleep, has ended its session before anything else', async () => {
  const { browser, tab, startedAt, id } = await articleTab()
  tab.setHidden(true)
  browser.stall(6 * MINUTE)
  tab.setHidden(false)
  expect(tab.state.session).toBeNull()
  tab.engine.vote(1)
  expect(await sessionsOf(browser)).toMatchObject([{ id, lastAt: startedAt, endedAt: startedAt + T }])
  expect(browser.received.at(-1)).toMatchObject({ name: 'help.feedback.vote', sessionId: null })
})

test("case 74: a tab that is closed tells its last activity and no end: that is the collector's to date", async () => {
  const { browser, tab, id } = await articleTab()
  await browser.advance(MINUTE)
  tab.scroll()
  const lastAt = browser.now
  tab.close()
  await browser.advance(T)
  expect(browser.received.map(({ name }) => name)).toEqual([
    'help.article.open',
    'help.article.progress',
    'help.article.leave',
  ])
  expect(await sessionsOf(browser)).toMatchObject([{ id, lastAt, endedAt: lastAt + T }])
})
