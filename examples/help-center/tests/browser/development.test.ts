import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { findings } from './support/axe.js'
import { launchChromium, newReader } from './support/chromium.js'
import { countFromNow } from './support/counted.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'
import { currentSession, explained, nextSession, opens } from './support/session.js'
import { until } from './support/until.js'

const EXAMPLE = join(import.meta.dirname, '../..')
/** Beside the example, so that it finds the same packages and articles; a test may edit it. */
const COPY = join(EXAMPLE, `../.dev-${process.pid}`)
const NOT_COPIED = ['node_modules', '.next', '.turbo', '.helptally', 'tests']

let center: HelpCenter
let chromium: Browser

beforeAll(async () => {
  cpSync(EXAMPLE, COPY, { recursive: true, filter: (source) => !NOT_COPIED.includes(basename(source)) })
  const modules = join(EXAMPLE, 'node_modules')
  if (existsSync(modules)) symlinkSync(modules, join(COPY, 'node_modules'), 'junction')
  ;[center, chromium] = await Promise.all([openHelpCenter({ mode: 'dev', folder: COPY }), launchChromium()])
})
afterAll(async () => {
  await Promise.all([center?.close(), chromium?.close()])
  // A process of `next dev` may still write: a folder that stays would be taken for a package of the workspace.
  await rm(COPY, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  expect(existsSync(COPY)).toBe(false)
})

/** Saves a file with other words in it, as a developer does. */
function edit(file: string, from: string, to: string) {
  const path = join(COPY, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

test('next dev with StrictMode and hot reload counts nothing twice', async () => {
  const counted = await countFromNow(center)
  const reader = await newReader(chromium, center.url)
  const page = await reader.newPage()
  page.setDefaultTimeout(60_000)
  await page.goto('/en')
  await page.locator('main a[href="/en/articles/idle"]').first().click()
  const id = await nextSession(page)

  edit('lib/words/en.ts', 'Read next', 'Read this next')
  await page.getByText('Read this next').waitFor()
  edit('components/SearchBar.tsx', "'use client'\n", "'use client'\n\n// Saved again.\n")
  edit('lib/words/en.ts', 'Read this next', 'Read on')
  await page.getByText('Read on').waitFor()
  expect(await currentSession(page)).toBe(id)

  await page.locator('[data-help-via="suggestion"] a').first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/idle'))
  const session = await explained(center, id, (events) => opens(events).length === 2)
  expect(opens(session.steps.map((step) => step.event)).map((event) => event.seq)).toHaveLength(2)
  expect(session.disagreements).toEqual([])
  await counted.toBe({ sessions: 1, article_click: 1 })
  await reader.close()
})

test('the overlay shows the session of the tab, its countdown and what happens, and is none of what counts', async () => {
  const counted = await countFromNow(center)
  const reader = await newReader(chromium, center.url)
  const page = await reader.newPage()
  page.setDefaultTimeout(60_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto('/en/articles/idle')
  const id = await nextSession(page)

  const overlay = page.locator('helptally-devtools')
  const button = overlay.getByRole('button', { name: 'Helptally' })
  await button.focus()
  await page.keyboard.press('Enter')
  const panel = overlay.getByRole('region', { name: 'Helptally: what this tab counts' })
  await panel.getByText(id).waitFor()
  const timer = panel.getByRole('timer')
  const secondsLeft = async () => {
    const [minutes, seconds] = (await timer.innerText()).split(':').map(Number)
    return minutes! * 60 + seconds!
  }
  const before = await secondsLeft()
  expect(before).toBeLessThanOrEqual(300)
  await until(secondsLeft, (left) => left < before)

  const opening = panel.getByRole('listitem').filter({ hasText: 'help.article.open' })
  await opening.filter({ hasText: 'started a session' }).filter({ hasText: 'acknowledged' }).waitFor()
  await page.locator('main').getByRole('button', { name: 'Yes' }).first().click()
  await panel.getByRole('listitem').filter({ hasText: 'help.feedback.vote' }).filter({ hasText: 'postponed' }).waitFor()

  // What is done in it postpones nothing.
  const left = await secondsLeft()
  for (let presses = 0; presses < 3; presses++) await panel.press('ArrowDown')
  await panel.getByRole('heading').first().click()
  await until(secondsLeft, (now) => now < left)
  await panel.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  await counted.toBe({ sessions: 1, direct_link: 1 })
  expect(complaints.filter((text) => /helptally|hydrat/i.test(text))).toEqual([])
  await reader.close()
})

test.each(['light', 'dark'] as const)(
  'in %s, axe finds nothing in the overlay, and the keyboard alone is enough',
  async (colorScheme) => {
    const reader = await newReader(chromium, center.url)
    const page = await reader.newPage()
    page.setDefaultTimeout(60_000)
    await page.emulateMedia({ colorScheme })
    await page.goto('/en/articles/idle')
    const overlay = page.locator('helptally-devtools')
    // Its name stays, or a screen reader would say every second what is left.
    const button = overlay.getByRole('button', { name: 'Helptally', exact: true })
    await button.filter({ hasText: /\d:\d\d/ }).waitFor()
    expect(await findings(page)).toEqual([])

    await button.focus()
    await page.keyboard.press('Enter')
    const panel = overlay.getByRole('region')
    await panel.getByRole('listitem').first().waitFor()
    expect(await findings(page)).toEqual([])
    expect(await overlay.locator('[aria-live], [role=status], [role=alert], [role=log]').count()).toBe(0)

    await page.keyboard.press('Tab')
    await page.setViewportSize({ width: 390, height: 420 })
    const scrolled = () => panel.evaluate((element) => element.scrollTop)
    await page.keyboard.press('End')
    await until(scrolled, (top) => top > 0)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(await button.evaluate((element) => element.matches(':focus'))).toBe(true)
    await reader.close()
  },
)

test('on a phone the button of the overlay leaves the banner and what else the site keeps in its place free', async () => {
  const reader = await newReader(chromium, center.url, { consent: 'none' })
  const page = await reader.newPage()
  page.setDefaultTimeout(60_000)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/en/articles/idle')
  const button = page.locator('helptally-devtools').getByRole('button')
  const banner = page.locator('.help-consent')
  await Promise.all([button.waitFor(), banner.waitFor()])
  const bottomOf = async () => await button.boundingBox().then((box) => box!.y + box!.height)
  const atHome = 844 - 12
  const top = (await banner.boundingBox())!.y
  await until(bottomOf, (bottom) => bottom <= top)
  await banner.getByRole('button').first().click()
  await until(bottomOf, (bottom) => Math.abs(bottom - atHome) < 1)
  await page.evaluate(() => {
    const bar = document.body.appendChild(document.createElement('div'))
    bar.style.cssText = 'position: fixed; inset: auto 0 0 0; block-size: 64px'
  })
  await until(bottomOf, (bottom) => bottom <= 844 - 64)
  await reader.close()
})

test('a build for production has nothing of the overlay', () => {
  const built = join(EXAMPLE, '.next/static')
  const chunks = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  const texts = chunks.map((name) => readFileSync(join(built, name), 'utf8'))
  const holding = (word: string) => chunks.filter((_name, index) => texts[index]!.includes(word))
  expect(holding('help.article.open')).not.toEqual([])
  expect(holding('helptally-devtools')).toEqual([])
  expect(holding('WithDevtools')).toEqual([])
})
