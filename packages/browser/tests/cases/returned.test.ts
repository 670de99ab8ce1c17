import { describe, expect, test } from '@jest/globals'
import { articleTab, T } from '../support/articleTab.js'
import { opensOf, sessionsOf } from '../support/counted.js'
import { MINUTE } from '../support/fakeBrowser.js'
import { browserWith } from '../support/worlds.js'

describe('a tab that crashed and is loaded again', () => {
  test.each(['locks', 'channel'] as const)(
    'case 53: within five minutes goes on with its session, by %s',
    async (means) => {
      const browser = browserWith(means)
      const tab = browser.openTab('/en/articles/idle')
      await browser.advance(6_000)
      const { tabId, session } = tab.state
      tab.crash()
      await browser.advance(T - 6_001)
      tab.load('/en/articles/idle', 'reload')
      expect(await sessionsOf(browser)).toMatchObject([{ id: session!.id }])
      expect(tab.state.tabId).toBe(tabId)
    },
  )

  test('case 53: later is the same tab, and its session has ended', async () => {
    const { browser, tab, id } = await articleTab()
    await browser.advance(6_000)
    const { tabId } = tab.state
    tab.crash()
    await browser.advance(T - 6_000)
    tab.load('/en', 'reload')
    await browser.advance(1_000)
    expect(tab.state).toMatchObject({ tabId, session: null })
    expect(await sessionsOf(browser)).toMatchObject([{ id }])
  })
})

describe('a closed tab that is opened again', () => {
  async function reopened(afterMs: number) {
    const { browser, tab, id } = await articleTab()
    const { tabId } = tab.state
    tab.close()
    await browser.advance(afterMs)
    const again = browser.openTab('/en/articles/idle', { session: tab.session.items, nav: 'history' })
    const sessions = await sessionsOf(browser)
    expect(again.state.tabId).toBe(tabId)
    return { sessions, id }
  }

  test('case 54: at 4:59.999 goes on with its session', async () => {
    const { sessions, id } = await reopened(T - 1)
    expect(sessions).toMatchObject([{ id }])
  })

  test('case 54: at 5:00.000 starts the next one, as direct_link', async () => {
    const { sessions, id } = await reopened(T)
    expect(sessions).toMatchObject([{ id }, { previousId: id, opening: { entry: 'direct_link', nav: 'history' } }])
  })
})

test('case 55: of twenty tabs that a restarted browser restores, only the one that is looked at starts a session', async () => {
  const { browser, tab } = await articleTab()
  const others = Array.from({ length: 19 }, () => browser.openTab('/en/articles/tabs'))
  await browser.advance(6_000)
  for (const each of [tab, ...others]) each.crash()
  await browser.advance(T)
  const before = browser.received.length
  const restored = [tab, ...others].map(({ session, url }) =>
    browser.openTab(url.pathname, { session: session.items, nav: 'history', hidden: true }),
  )
  await browser.advance(10 * MINUTE)
  expect(browser.received).toHaveLength(before)
  restored[7]!.setHidden(false)
  expect(await sessionsOf(browser)).toHaveLength(21)
  expect(opensOf(browser, restored[7])).toMatchObject([{ nav: 'load' }, { nav: 'history' }])
})
