import { expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { newReader } from './support/chromium.js'
import { countFromNow } from './support/counted.js'
import { nextSession } from './support/session.js'
import { onStage, type Stage } from './support/stage.js'
import { until } from './support/until.js'

let center: Stage['center']
let chromium: Stage['chromium']
onStage((stage) => {
  ;({ center, chromium } = stage)
})

/** All that a page of the help center has kept in this browser. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    session: Object.keys(sessionStorage),
    local: Object.keys(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    locks: ((await navigator.locks.query()).held ?? []).map(({ name }) => name),
  }))
const NOTHING = { session: [], local: [], databases: [], locks: [] }

async function undecided() {
  const reader = await newReader(chromium, center.url, { consent: 'none' })
  const sent: string[] = []
  reader.on('request', (request) => {
    if (request.url().includes('/api/help/')) sent.push(request.url())
  })
  return { reader, sent, page: await reader.newPage() }
}

/** What a reader does who wants to read. */
async function browse(page: Page) {
  await page.goto('/en')
  await page.getByRole('combobox').fill('idle')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/articles/**')
  await page.mouse.wheel(0, 500)
}

test('before the choice nothing is sent and nothing stored', async () => {
  const { reader, sent, page } = await undecided()
  await browse(page)
  expect(await kept(page)).toEqual(NOTHING)
  expect(await reader.cookies()).toEqual([])
  await page.close({ runBeforeUnload: true })
  expect(sent).toEqual([])
  await reader.close()
})

test('refused: no request, no storage, exactly one cookie, and still so after a reload', async () => {
  const { reader, sent, page } = await undecided()
  await page.goto('/en')
  await page.getByRole('button', { name: 'Do not count it' }).click()
  await browse(page)
  await page.reload()
  await page.mouse.wheel(0, 500)
  await browse(page)
  expect(await kept(page)).toEqual(NOTHING)
  expect((await reader.cookies()).map(({ name, value }) => ({ name, value }))).toEqual([
    { name: 'help_choice', value: 'refused' },
  ])
  await page.close({ runBeforeUnload: true })
  expect(sent).toEqual([])
  await reader.close()
})

test('accepted with an article on screen: its session starts then', async () => {
  const counted = await countFromNow(center)
  const { reader, page } = await undecided()
  await page.goto('/en/articles/idle')
  await page.getByRole('button', { name: 'Count my visit' }).click()
  await nextSession(page)
  await counted.toBe({ sessions: 1, direct_link: 1 })
  await reader.close()
})

test('refusal in one tab holds at once in another, and removes what both had stored', async () => {
  const { reader, sent, page } = await undecided()
  await reader.addCookies([{ name: 'help_choice', value: 'granted', url: center.url }])
  await page.goto('/en/articles/idle')
  await nextSession(page)
  const other = await reader.newPage()
  await other.goto('/en/articles/tabs')
  await nextSession(other)
  await other.evaluate(() =>
    (globalThis as never as Record<symbol, { setConsent(c: string): void }>)[Symbol.for('helptally')]!.setConsent(
      'refused',
    ),
  )
  await until(
    () => kept(page),
    (found) => JSON.stringify(found) === JSON.stringify(NOTHING),
  )
  const before = sent.length
  await page.locator('[data-help-via="suggestion"] a').first().click()
  await page.close({ runBeforeUnload: true })
  expect(await kept(other)).toEqual(NOTHING)
  expect(sent.length).toBe(before)
  await reader.close()
})
