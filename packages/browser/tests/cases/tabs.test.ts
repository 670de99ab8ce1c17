import { expect, test } from '@jest/globals'
import { articleTab, pageTab, T } from '../support/articleTab.js'
import { sessionsOf, watchEnds } from '../support/counted.js'
import { MINUTE } from '../support/fakeBrowser.js'
import type { FakeTab } from '../support/fakeTab.js'

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
