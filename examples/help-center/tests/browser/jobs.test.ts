import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { findings } from './support/axe.js'
import { launchChromium } from './support/chromium.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'
import { type Owner, startOwner } from './support/owner.js'

let full: HelpCenter
let empty: HelpCenter
let chromium: Browser
let context: BrowserContext | undefined
let owner: Owner | undefined
beforeAll(async () => {
  ;[full, empty, chromium] = await Promise.all([openHelpCenter({ seedDays: 5 }), openHelpCenter(), launchChromium()])
}, 120_000)
afterAll(() => Promise.all([full?.close(), empty?.close(), chromium?.close()]))
afterEach(async () => {
  await owner?.end()
  owner = undefined
  await context?.close()
})

async function jobsOf(center: HelpCenter): Promise<Page> {
  await context?.close()
  context = await chromium.newContext({ baseURL: center.url, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto('/help-insights/data-jobs?lang=en')
  await page.locator('#ht-recount').waitFor()
  return page
}

const state = (page: Page, kind: string, wanted: string) =>
  page.locator(`#ht-${kind} .ht-job[data-state="${wanted}"]`).waitFor()

const sessionsOf = async (center: HelpCenter): Promise<number> => {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
  const { totals } = await center.report('sessions', { from: day(-40), to: day(2) })
  return totals.sessions
}

test('what one site exports another one imports, and counts the same', async () => {
  const page = await jobsOf(full)
  await page.locator('#ht-export').getByRole('button', { name: 'Export' }).click()
  await state(page, 'export', 'done')
  expect(await findings(page)).toEqual([])
  const arriving = page.waitForEvent('download')
  await page.getByRole('link', { name: /^Download docs-events-/ }).click()
  const download = await arriving
  expect(download.suggestedFilename()).toMatch(/^docs-events-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.ndjson$/)
  const file = join(full.folder, 'taken.ndjson')
  await download.saveAs(file)
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  expect(lines.length).toBeGreaterThan(100)

  const other = await jobsOf(empty)
  await other.locator('#ht-import input[type="file"]').setInputFiles(file)
  await other.locator('#ht-import').getByRole('button', { name: 'Import' }).click()
  await state(other, 'import', 'done')
  const events = lines.length.toLocaleString('en-GB')
  expect(await other.locator('#ht-import').innerText()).toContain(`${events} taken, of ${events} lines.`)
  expect(await findings(other)).toEqual([])
  expect(await sessionsOf(empty)).toBe(await sessionsOf(full))
  expect(await sessionsOf(full)).toBeGreaterThan(0)
})

test('a recount says that it agrees', async () => {
  const page = await jobsOf(full)
  await page.locator('#ht-recount').getByRole('button', { name: 'Count again' }).click()
  await state(page, 'recount', 'done')
  expect(await page.locator('#ht-recount').innerText()).toMatch(/Equal: the log, the pages and the reports agree on \d/)
})

test('a recount that has no end is seen by who comes later, and cancelled by the keyboard', async () => {
  const page = await heldUp()
  await page.locator('#ht-recount').getByRole('button', { name: 'Count again' }).focus()
  await page.keyboard.press('Enter')
  await state(page, 'recount', 'running')
  expect(await page.locator('#ht-recount progress').count()).toBe(1)
  expect(await findings(page)).toEqual([])

  const later = await jobsOf(full)
  await state(later, 'recount', 'running')
  await later.locator('#ht-recount').getByRole('button', { name: 'Cancel' }).focus()
  await later.keyboard.press('Enter')
  await state(later, 'recount', 'cancelled')
  expect(await later.locator('#ht-recount').innerText()).toContain('Nothing is changed by it')
  expect(await findings(later)).toEqual([])
})

/** Another process answers for the store, and never comes to an end with what a recount asks. */
async function heldUp(): Promise<Page> {
  await full.stop()
  owner = await startOwner(full.folder, 'evidence')
  await full.start()
  return jobsOf(full)
}
