import { expect, test } from '@jest/globals'
import { countFromNow } from './support/counted.js'
import { currentSession, explained, nextSession, opens } from './support/session.js'
import { onStage, type Stage } from './support/stage.js'

let center: Stage['center']
let reader: Stage['reader']
let page: Stage['page']
onStage((stage) => {
  ;({ center, reader, page } = stage)
})

const LINK = '[data-help-via="suggestion"] a'

/** Each way opens the first suggested article in another tab or window. */
const ways: [string, () => Promise<void>][] = [
  [
    'Ctrl-click',
    () =>
      page
        .locator(LINK)
        .first()
        .click({ modifiers: ['ControlOrMeta'] }),
  ],
  ['a middle click', () => page.locator(LINK).first().click({ button: 'middle' })],
  [
    'target=_blank',
    async () => {
      await page
        .locator(LINK)
        .first()
        .evaluate((link) => link.setAttribute('target', '_blank'))
      await page.locator(LINK).first().click()
    },
  ],
  [
    'window.open',
    () =>
      page
        .locator(LINK)
        .first()
        .evaluate((link) => void window.open((link as HTMLAnchorElement).href)),
  ],
]

test.each(ways)(
  '%s on an article while a session lives is a second session in the new tab, and the first goes on',
  async (way, open) => {
    const counted = await countFromNow(center)
    await page.goto('/en/articles/idle')
    const first = await nextSession(page)
    const opened = reader.waitForEvent('page')
    await open()
    const tab = await opened
    await tab.bringToFront()
    const second = await nextSession(tab)
    expect(second).not.toBe(first)
    await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })

    await page.bringToFront()
    await page.locator(LINK).nth(1).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/idle'))
    const [here, there] = await Promise.all([
      explained(center, first, (events) => opens(events).length === 2),
      explained(center, second, (events) => opens(events).length === 1),
    ])
    expect(here.tabId).not.toBe(there.tabId)
    // A link tells the new tab what it came from; a script that opens a window was no link.
    const came = way === 'window.open' ? { via: 'in_article' } : { via: 'suggestion', openedFrom: first }
    expect(there.steps[0]!.event).toMatchObject({ entry: 'article_click', ...came })
    expect(here.visitorId).toBe(there.visitorId)
    expect(await currentSession(page)).toBe(first)
    await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
  },
)

test('a reload and a full page load go on with the tab and its session', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en/articles/idle')
  const id = await nextSession(page)
  await page.reload()
  await page.goto('/en/articles/tabs')
  expect(await nextSession(page)).toBe(id)
  const session = await explained(center, id, (events) => opens(events).length === 3)
  expect(session.steps.map((step) => step.event.seq)).toEqual(session.steps.map((_, index) => index + 1))
  await counted.toBe({ sessions: 1, direct_link: 1 })
})
