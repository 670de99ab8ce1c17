import { expect, test } from '@jest/globals'
import { countFromNow } from './support/counted.js'
import { currentSession, explained, nextSession, opens } from './support/session.js'
import { onStage, type Stage } from './support/stage.js'
import { until } from './support/until.js'

let center: Stage['center']
let page: Stage['page']
onStage((stage) => {
  ;({ center, page } = stage)
})

test('after five idle minutes a scroll starts nothing, and the next article a second session in the same tab', async () => {
  const counted = await countFromNow(center)
  await page.clock.install()
  await page.goto('/en/articles/idle')
  const first = await nextSession(page)

  await page.clock.fastForward('04:30')
  expect(await currentSession(page)).toBe(first)
  await page.clock.fastForward('00:30')
  await until(
    () => currentSession(page),
    (id) => id === null,
  )
  await page.mouse.wheel(0, 600)
  await page.clock.runFor(2_000)
  expect(await currentSession(page)).toBeNull()

  await page.locator('[data-help-via="suggestion"] a').first().click()
  const second = await nextSession(page, first)
  await page.clock.runFor(3_000)
  // In this order: the page's clock is ahead of the collector's, which learns of it by the second session.
  const after = await explained(center, second, (events) => events.length > 0)
  const before = await center.explain(first)
  expect(after).toMatchObject({
    previousId: first,
    tabId: before.tabId,
    start: { entry: 'article_click', via: 'suggestion' },
  })
  expect(before.end).toMatchObject({ reason: 'idle', at: before.lastAt + 5 * 60_000 })
  await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
})

test('Back to an article after five idle minutes is a session of its own, a direct link by history', async () => {
  const counted = await countFromNow(center)
  await page.clock.install()
  await page.goto('/en/articles/idle')
  const first = await nextSession(page)
  await page.locator('[data-help-via="suggestion"] a').first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/idle'))
  await page.clock.runFor(1_000)
  await page.goBack()
  await page.waitForURL('**/idle')
  await page.clock.runFor(2_000)
  const inside = await explained(center, first, (events) => opens(events).length === 3)
  expect(opens(inside.steps.map(({ event }) => event)).map(({ nav }) => nav)).toEqual(['load', 'soft', 'history'])

  await page.clock.fastForward('06:00')
  await until(
    () => currentSession(page),
    (id) => id === null,
  )
  await page.mouse.wheel(0, 300)
  await page.goForward()
  const second = await nextSession(page, first)
  await page.clock.runFor(3_000)
  const after = await explained(center, second, (events) => events.length > 0)
  expect(after.steps[0]!.event).toMatchObject({ entry: 'direct_link', nav: 'history' })
  await counted.toBe({ sessions: 2, direct_link: 2 })
})
