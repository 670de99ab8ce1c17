import { expect, test } from '@jest/globals'
import { countFromNow } from '../support/counted.js'
import { currentSession, explained, nextSession, opens } from '../support/session.js'
import { onStage, type Stage } from '../support/stage.js'
import { until } from '../support/until.js'

const IDLE_MS = 5 * 60_000
const HOUR_MS = 60 * 60_000
const SUGGESTION = '[data-help-via="suggestion"] a'

let center: Stage['center']
let page: Stage['page']
onStage((stage) => {
  ;({ center, page } = stage)
})

const noSession = () =>
  until(
    () => currentSession(page),
    (id) => id === null,
  )

/** Sets the computer's clock; the monotonic clock goes on as if nothing had happened. */
const setBack = async (ms: number) => page.clock.setSystemTime((await page.evaluate(() => Date.now())) - ms)

test('case 20: a clock set back an hour after ten seconds neither ends the session nor prolongs it', async () => {
  const counted = await countFromNow(center)
  await page.clock.install()
  await page.goto('/en/articles/idle')
  const first = await nextSession(page)
  await page.clock.fastForward('00:10')
  const before = await page.evaluate(() => [Date.now(), performance.now()] as const)
  await setBack(HOUR_MS)
  const after = await page.evaluate(() => [Date.now(), performance.now()] as const)
  expect(before[0] - after[0]).toBeGreaterThan(HOUR_MS - 10_000)
  expect(after[1]).toBeGreaterThanOrEqual(before[1])

  await page.clock.fastForward('04:40')
  expect(await currentSession(page)).toBe(first)
  await page.clock.fastForward('00:10')
  await noSession()

  await page.locator(SUGGESTION).first().click()
  const second = await nextSession(page, first)
  await page.clock.runFor(3_000)
  const next = await explained(center, second, (events) => events.length > 0)
  const ended = await center.explain(first)
  expect(ended.end).toMatchObject({ reason: 'idle', at: ended.lastAt + IDLE_MS })
  expect(next.start.at).toBeGreaterThanOrEqual(ended.lastAt + IDLE_MS)
  await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
})

test('case 20: with the clock set back, activity still postpones the end by five minutes of real time', async () => {
  const counted = await countFromNow(center)
  await page.clock.install()
  await page.goto('/en/articles/idle')
  const first = await nextSession(page)
  await page.clock.fastForward('00:10')
  await setBack(HOUR_MS)
  await page.clock.fastForward('04:30')
  await page.keyboard.press('Shift')
  await page.clock.fastForward('04:30')
  expect(await currentSession(page)).toBe(first)
  await page.locator(SUGGESTION).first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/idle'))
  await page.clock.runFor(3_000)
  const session = await explained(center, first, (events) => opens(events).length === 2)
  expect(session.disagreements).toEqual([])
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('case 20: five minutes of both clocks with no event at all end the session once, at its last activity and five minutes', async () => {
  const counted = await countFromNow(center)
  await page.clock.install()
  await page.goto('/en/articles/idle')
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(0)
  const first = await nextSession(page)
  await page.clock.fastForward('05:47')
  await noSession()
  await page.locator(SUGGESTION).first().click()
  const second = await nextSession(page, first)
  await page.clock.runFor(3_000)
  await explained(center, second, (events) => events.length > 0)
  const ended = await center.explain(first)
  expect(ended.end).toMatchObject({ reason: 'idle', at: ended.lastAt + IDLE_MS })
  expect(ended.lastAt).toBe(ended.start.at)
  await counted.toBe({ sessions: 2, direct_link: 1, article_click: 1 })
})
