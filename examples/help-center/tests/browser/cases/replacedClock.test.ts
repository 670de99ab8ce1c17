import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { batchIn, type Posted } from '../support/batchIn.js'
import { currentSession, nextSession } from '../support/session.js'
import { onStage, type Stage } from '../support/stage.js'
import { until } from '../support/until.js'

const IDLE_MS = 5 * 60_000
/** A day in the past that no real clock shows. */
const NOON = Date.UTC(2021, 1, 3, 12)

let page: Stage['page']
onStage((stage) => {
  ;({ page } = stage)
})

/** Both clocks of the page stand still until `step`. */
async function stopClocks() {
  await page.addInitScript((noon) => {
    let passed = 0
    const RealDate = Date
    globalThis.Date = class extends RealDate {
      constructor(...given: []) {
        super(...(given.length > 0 ? given : ([noon + passed] as never as [])))
      }
      static override now() {
        return noon + passed
      }
    } as DateConstructor
    performance.now = () => passed
    Object.assign(globalThis, { step: (ms: number) => (passed += ms) })
  }, NOON)
}
const step = (ms: number) => page.evaluate((by) => (globalThis as never as { step(ms: number): void }).step(by), ms)

/** The time in a UUIDv7. */
const bornAt = (id: string) => Number.parseInt(id.replace('-', '').slice(0, 12), 16)

test('case 76: every time that is decided by, stored or sent comes from the clocks that the page was given', async () => {
  const batches: Posted<HelpEvent>[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/help/events')) batches.push(batchIn<HelpEvent>(request.postDataJSON()))
  })
  const told = () => batches.flatMap(({ events }) => events).filter(({ name }) => name === 'help.article.open')
  await stopClocks()
  await page.goto('/en/articles/idle')
  const first = await nextSession(page)
  await until(told, (events) => events.length === 1)

  await step(IDLE_MS - 1)
  await page.keyboard.press('Shift')
  expect(await currentSession(page)).toBe(first)
  await step(IDLE_MS)
  await page.keyboard.press('Shift')
  expect(await currentSession(page)).toBeNull()
  await page.locator('[data-help-via="suggestion"] a').first().click()
  const second = await nextSession(page, first)
  const [start, next] = await until(told, (events) => events.length === 2)

  const later = NOON + 2 * IDLE_MS - 1
  expect([start!.ts, bornAt(first)]).toEqual([NOON, NOON])
  expect([next!.ts, next!.activeAt, bornAt(second)]).toEqual([later, NOON + IDLE_MS - 1, later])
  expect(batches.map(({ sentAt }) => sentAt)).toEqual(batches.map(({ sentAt }) => (sentAt < later ? sentAt : later)))
  const stored = await page.evaluate(() => ({
    tab: JSON.parse(sessionStorage.getItem('help.tab')!) as { writtenAt: number },
    visitor: JSON.parse(localStorage.getItem('help.visitor')!) as { madeAt: number },
  }))
  expect([stored.tab.writtenAt, stored.visitor.madeAt]).toEqual([later, NOON])
})
