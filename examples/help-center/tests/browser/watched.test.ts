import { expectSessions, helpMatchers, type WatchedHelp, watchHelp } from '@helptally/testing/playwright'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { BrowserContext, Page } from 'playwright-core'
import { newReader } from './support/chromium.js'
import { countFromNow } from './support/counted.js'
import { onStage, type Stage } from './support/stage.js'

/** For a busy machine. What is to come comes sooner. */
const PATIENT = { timeoutMs: 60_000 }
const IDLE_MS = 5 * 60_000

let center: Stage['center']
let chromium: Stage['chromium']
let reader: BrowserContext
let page: Page
let help: WatchedHelp
onStage((stage) => {
  ;({ center, chromium } = stage)
})
beforeEach(async () => {
  reader = await newReader(chromium, center.url, { consent: 'none' })
  help = await watchHelp(reader, { url: center.url, ...PATIENT })
  page = await reader.newPage()
})
afterEach(() => reader.close())

async function searchAndEnter(query: string): Promise<void> {
  await page.getByRole('combobox').pressSequentially(query)
  await page.getByRole('option').nth(1).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/articles/**')
}

const failureOf = (expectation: Promise<unknown>) =>
  expectation.then(
    () => 'none',
    (error: Error) => error.message,
  )

test('a watched reader consents, searches and reads, and the collector explains the session and counts it in no report', async () => {
  const counted = await countFromNow(center)
  await help.grantConsent()
  await page.goto('/en')
  await searchAndEnter('consent')

  const [session] = await help.expectSessions([
    { entry: 'search_enter', via: 'search_result', searches: 0, isOpen: true },
  ])
  expect(await help.counted()).toHaveCountedSession({ entry: 'search_enter' })
  expectSessions(await help.counted(), 1)
  expect((await center.get(`ledger/${session!.id}`).then((answer) => answer.json())).arrivals).toMatchObject([
    { outcome: 'test', event: { session_id: session!.id } },
  ])
  await counted.toBe({})
})

test('sessions of other readers do not matter, and those of a second tab of this one do', async () => {
  await help.grantConsent()
  const other = await newReader(chromium, center.url)
  await (await other.newPage()).goto('/en/articles/tabs')
  await page.goto('/en/articles/idle')
  await (await reader.newPage()).goto('/en/articles/install')
  await help.expectSessions([{ article: 'idle' }, { article: 'install' }])
  await other.close()
})

test('what a page tells on its way out is waited for, and a test, too', async () => {
  const counted = await countFromNow(center)
  await help.grantConsent()
  await page.goto('/en')
  await help.delivered()
  await page.locator('a[href^="/en/articles/"]').first().click()
  await page.waitForURL('**/articles/**')
  await page.goto('/en/articles/tabs')
  await help.expectSessions([{ entry: 'article_click', via: 'home', articles: 2 }])
  await counted.toBe({})
})

test('counted as a reader it is in the reports, too', async () => {
  const counted = await countFromNow(center)
  help.stop()
  const another = await newReader(chromium, center.url)
  const counting = await watchHelp(another, { url: center.url, countAs: 'reader', ...PATIENT })
  await (await another.newPage()).goto('/en/articles/idle')
  await counting.expectSession({ entry: 'direct_link', article: 'idle' })
  await counted.toBe({ sessions: 1, direct_link: 1 })
  await another.close()
})

test('a refusal in an open page ends the count, and consent in one begins it', async () => {
  await page.goto('/en/articles/idle')
  await help.expectSessions(0)
  await help.grantConsent()
  await help.expectSessions([{ article: 'idle' }])
  await help.refuseConsent()
  await page.goto('/en/articles/install')
  await help.expectSessions(1)
})

test('five minutes of the clock of the page end the session in the collector, too, and the next article is another', async () => {
  await help.grantConsent()
  await page.clock.install()
  await page.goto('/en/articles/idle')
  await help.expectSessions([{ article: 'idle', isOpen: true }])

  await page.clock.fastForward('05:01')
  await page.locator('[data-help-via="suggestion"] a').first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/idle'))
  const [first, second] = await help.expectSessions([
    { article: 'idle', isOpen: false },
    { entry: 'article_click', isOpen: true },
  ])
  expect(first).toMatchObject({ reason: 'idle', endedAt: first!.lastAt + IDLE_MS })
  expect(second!.previousId).toBe(first!.id)
})

test('a failure says what was counted and why, and why what was expected was not', async () => {
  await help.grantConsent()
  await page.goto('/en/articles/idle')
  await help.expectSessions(1)
  await searchAndEnter('consent')
  const failure = await failureOf(help.expectSession({ entry: 'search_enter' }, { timeoutMs: 10_000 }))
  expect(failure).toMatch(
    /^\[helptally\] Expected a session \(entry: search_enter\), counted none such\.\n {2}1\. entry is direct_link\n {2}The opening of "consent" \(search_enter\) started none, it continued session 1: idle for 0:\d\d\.\d{3} of 5:00\.000 at most\./,
  )
  expect(failure).toMatch(
    /\n\nCounted:\n {2}1\. direct_link of "idle" via external, in tab 1\n {5}started at 0:00\.000: The reader came to the article by a direct link\.\n/,
  )
  const { message } = helpMatchers.toHaveCountedSession(await help.counted(), { entry: 'search_enter' })
  expect(failure).toBe(message())
})

test('a page that was open before is refused, and so is a collector that is not there', async () => {
  await page.goto('/en')
  expect(await failureOf(watchHelp(page, { url: center.url }))).toContain('Call it before the first page.goto()')
  const elsewhere = await newReader(chromium, center.url)
  const lost = await watchHelp(elsewhere, { url: center.url, base: '/api/elsewhere' })
  await (await elsewhere.newPage()).goto('/en/articles/idle')
  const failure = await failureOf(lost.expectSessions(1))
  expect(failure).toContain('got 404')
  await elsewhere.close()
})
