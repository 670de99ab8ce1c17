import { describe, expect, test } from '@jest/globals'
import { sessionsOf } from '../support/counted.js'
import { browserWith } from '../support/worlds.js'

describe.each([
  ['locks', []],
  ['channel', ['locks']],
  ['neither', ['locks', 'channel']],
] as const)('told apart by %s:', (means, degraded) => {
  async function original() {
    const browser = browserWith(means)
    const tab = browser.openTab('/en/articles/idle')
    await browser.advance(1_000)
    return { browser, tab, id: tab.state.session!.id, record: tab.session.items.get('help.tab') }
  }

  test.each([
    ['case 48: a tab opened by window.open', 'load'],
    ['case 49: a duplicate', 'history'],
  ] as const)('%s is another tab with another session, and leaves the first as it was', async (_, nav) => {
    const { browser, tab, id, record } = await original()
    const copy = browser.openTab('/en/articles/idle', { session: tab.session.items, nav })
    await browser.advance(1_000)
    expect(copy.state.tabId).not.toBe(tab.state.tabId)
    expect(copy.state.degraded).toEqual(degraded)
    expect(tab.session.items.get('help.tab')).toBe(record)
    expect(await sessionsOf(browser)).toMatchObject([{ id }, { previousId: null, opening: { nav, seq: 1 } }])
  })

  test('case 48: a copy that shows no article has no session', async () => {
    const { browser, tab, id } = await original()
    const copy = browser.openTab('/en', { session: tab.session.items })
    await browser.advance(1_000)
    expect(copy.state.session).toBeNull()
    copy.load('/en', 'reload')
    copy.engine.vote(1)
    expect(await sessionsOf(browser)).toMatchObject([{ id }])
    expect(copy.state.session).toBeNull()
  })

  test('case 50: four duplicates at once are five tabs and five sessions', async () => {
    const { browser, tab } = await original()
    const copies = [1, 2, 3, 4].map(() =>
      browser.openTab('/en/articles/idle', { session: tab.session.items, nav: 'history' }),
    )
    expect(await sessionsOf(browser)).toHaveLength(5)
    expect(new Set([tab, ...copies].map(({ state }) => state.tabId)).size).toBe(5)
  })
})
