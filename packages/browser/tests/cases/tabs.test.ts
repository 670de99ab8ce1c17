import { describe, expect, test } from '@jest/globals'
import { articleTab, pageTab, T } from '../support/articleTab.js'
import { opensOf, sessionsOf, watchEnds } from '../support/counted.js'
import { MINUTE } from '../support/fakeBrowser.js'
import type { FakeTab } from '../support/fakeTab.js'
import { browserWith } from '../support/worlds.js'

const pointerDown = () => new Event('pointerdown', { bubbles: true })
const WAYS = [
  ['Ctrl+click', (tab: FakeTab, link: Element) => tab.click(link, { ctrlKey: true })],
  ['a middle click', middleClick],
  ['Shift+click', (tab: FakeTab, link: Element) => tab.click(link, { shiftKey: true })],
  ['a click on a link with target=_blank', blankClick],
] as const

function middleClick(tab: FakeTab, link: Element): void {
  tab.hear(link, pointerDown())
  tab.hear(link, new MouseEvent('auxclick', { bubbles: true, button: 1 }))
}
function blankClick(tab: FakeTab, link: Element): void {
  link.setAttribute('target', '_blank')
  tab.click(link)
}
function putLink(): Element {
  document.body.innerHTML = '<a href="/en/articles/tabs">Tabs</a>'
  return document.querySelector('a')!
}
const numbered = (ctrl: number, others: number) =>
  WAYS.map(([name, click]) => [`case ${name === 'Ctrl+click' ? ctrl : others}: ${name}`, click] as const)

test.each(numbered(44, 46))(
  '%s on an article, in a session: activity there, a session of its own in the new tab',
  async (_, click) => {
    const { browser, tab, id } = await articleTab()
    await browser.advance(4 * MINUTE)
    click(tab, putLink())
    const clickedAt = browser.now
    const opened = browser.openTab('/en/articles/tabs', { referrer: tab.url.href })
    await browser.advance(T - 1)
    expect(tab.state.session?.id).toBe(id)
    tab.close()
    const [first, second, ...others] = await sessionsOf(browser)
    expect(others).toEqual([])
    expect(first).toMatchObject({ id, lastAt: clickedAt })
    expect(second).toMatchObject({ startedAt: clickedAt, opening: { tabId: opened.state.tabId, openedFrom: id } })
  },
)

test.each(numbered(45, 46))('%s on an article, without a session: none there, one in the new tab', async (_, click) => {
  const { browser, tab } = await pageTab('/en')
  click(tab, putLink())
  const opened = browser.openTab('/en/articles/tabs', { referrer: tab.url.href })
  await browser.advance(MINUTE)
  expect(tab.state.session).toBeNull()
  expect(await sessionsOf(browser)).toMatchObject([
    { opening: { tabId: opened.state.tabId, entry: 'article_click', via: 'home' } },
  ])
})

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

describe('a tab that crashed and is loaded again', () => {
  test.each(['locks', 'channel'] as const)(
    'case 53: within five minutes goes on with its session, by %s',
    async (means) => {
      const browser = browserWith(means)
      const tab = browser.openTab('/en/articles/idle')
      await browser.advance(2_000)
      const { tabId, session } = tab.state
      tab.crash()
      await browser.advance(T - 2_001)
      tab.load('/en/articles/idle', 'reload')
      expect(await sessionsOf(browser)).toMatchObject([{ id: session!.id }])
      expect(tab.state.tabId).toBe(tabId)
    },
  )

  test('case 53: later is the same tab, and its session has ended', async () => {
    const { browser, tab, id } = await articleTab()
    await browser.advance(2_000)
    const { tabId } = tab.state
    tab.crash()
    await browser.advance(T - 2_000)
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
  await browser.advance(2_000)
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

test('case 57, 58: the session of an idle tab ends at its own 5:00.000, while another goes on and ends by itself', async () => {
  const { browser, tab, startedAt, id } = await articleTab()
  const busy = browser.openTab('/en/articles/tabs')
  const ends = [watchEnds(tab), watchEnds(busy)]
  for (let minute = 0; minute < 10; minute++) {
    await browser.advance(MINUTE)
    busy.scroll()
  }
  const lastAt = browser.now
  await browser.advance(T)
  expect(ends).toEqual([[startedAt + T], [lastAt + T]])
  const sessions = await sessionsOf(browser)
  expect(sessions).toHaveLength(2)
  expect(sessions.find((session) => session.id === id)).toMatchObject({ endedAt: startedAt + T })
  expect(sessions.find((session) => session.id !== id)).toMatchObject({ lastAt, endedAt: lastAt + T })
})

describe('without locks', () => {
  /** Two tabs restored at once from the record of a tab that crashed. */
  async function twins() {
    const browser = browserWith('channel')
    const tab = browser.openTab('/en/articles/idle')
    await browser.advance(2_000)
    tab.crash()
    const session = tab.session.items
    return { browser, pair: [1, 2].map(() => browser.openTab('/en/articles/idle', { session, nav: 'history' })) }
  }

  test('case 61: two tabs that start from one record at once are two tabs within a second', async () => {
    const { browser, pair } = await twins()
    await browser.advance(1_000)
    expect(new Set(pair.map(({ state }) => state.tabId)).size).toBe(2)
    await browser.advance(MINUTE)
    expect(new Set(pair.map(({ state }) => state.session?.id)).size).toBe(2)
  })

  test('case 61: a copy that hears of its original too late takes an id and a session of its own', async () => {
    const browser = browserWith('channel')
    const tab = browser.openTab('/en/articles/idle')
    await browser.advance(2_000)
    const { tabId, session } = tab.state
    browser.messagesTakeMs = 300
    const copy = browser.openTab('/en/articles/idle', { session: tab.session.items, nav: 'history' })
    await browser.advance(1_000)
    expect(copy.state.tabId).not.toBe(tabId)
    expect(copy.state.session?.id).not.toBe(session!.id)
    expect(tab.state).toMatchObject({ tabId, session })
  })
})
