import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { launchChromium, newReader } from './support/chromium.js'
import { countFromNow } from './support/counted.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'
import { currentSession, explained, nextSession } from './support/session.js'
import { until } from './support/until.js'

let center: HelpCenter
let chromium: Browser

beforeAll(async () => {
  ;[center, chromium] = await Promise.all([openHelpCenter(), launchChromium()])
})
afterAll(() => Promise.all([center?.close(), chromium?.close()]))

test('after five idle minutes a scroll starts nothing, and the next article a second session in the same tab', async () => {
  const counted = await countFromNow(center)
  const reader = await newReader(chromium, center.url)
  const page = await reader.newPage()
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
  const [before, after] = await Promise.all([
    explained(center, first, (events) => events.length > 0),
    explained(center, second, (events) => events.length > 0),
  ])
  expect(after).toMatchObject({
    previousId: first,
    tabId: before.tabId,
    start: { entry: 'article_click', via: 'suggestion' },
  })
  expect(before.end).toMatchObject({ reason: 'idle', at: before.lastAt + 5 * 60_000 })
  await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
  await reader.close()
})
