import type { HelpEvent } from '@helptally/core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type AppCopy, appWithRoutes } from '../support/appWithRoutes.js'
import { askAs } from '../support/askAs.js'
import { launchChromium, newReader } from '../support/chromium.js'
import { countFromNow } from '../support/counted.js'
import { type HelpCenter, openHelpCenter } from '../support/helpCenter.js'
import { currentSession, explained, nextSession, opens } from '../support/session.js'
import { until } from '../support/until.js'

let app: AppCopy
let center: HelpCenter
let chromium: Browser
let reader: BrowserContext
let page: Page

const BUILD_MS = 300_000
beforeAll(async () => {
  app = appWithRoutes()
  ;[center, chromium] = await Promise.all([openHelpCenter({ folder: app.folder }), launchChromium()])
}, BUILD_MS)
beforeEach(async () => {
  reader = await newReader(chromium, center.url)
  page = await reader.newPage()
})
afterEach(() => reader?.close())
afterAll(async () => {
  await Promise.all([center?.close(), chromium?.close()])
  app?.remove()
})

const shelf = '/en/shelf'

/** The openings of a session, once there are so many. */
async function openingsOf(id: string, count: number) {
  const isTold = (events: readonly HelpEvent[]) => events.length > 0 && opens(events).length >= count
  const { steps, disagreements } = await explained(center, id, isTold)
  expect(disagreements).toEqual([])
  return opens(steps.map(({ event }) => event)).map(({ article, entry, nav }) => [article?.id, entry, nav])
}

/** Sends all that waits, by leaving for a page without an article. */
async function settle() {
  await page.goto('/en')
}

test('case 42: an article peeked at by an intercepting route in a parallel slot is opened once, and again only by Back and Forward', async () => {
  const counted = await countFromNow(center)
  await page.goto(shelf)
  await page.locator('#tabs').click()
  await page.locator('[data-peek="tabs"]').waitFor()
  const id = await nextSession(page)
  expect(await page.getByRole('heading', { name: 'Shelf' }).count()).toBe(1)
  await page.goBack()
  await until(
    () => currentArticle(),
    (article) => article === undefined,
  )
  await page.goForward()
  await page.locator('[data-peek="tabs"]').waitFor()
  await until(
    () => currentArticle(),
    (article) => article === 'tabs',
  )
  await page.reload()
  await page.locator('.article-page').waitFor()
  expect(await nextSession(page)).toBe(id)
  await settle()
  expect(await openingsOf(id, 3)).toEqual([
    ['tabs', 'article_click', 'soft'],
    ['tabs', 'direct_link', 'history'],
    ['tabs', 'direct_link', 'reload'],
  ])
  await counted.toBe({ sessions: 1, article_click: 1 })
})

test('case 42: an article whose parts suspend and are mounted again, twice at a time, is opened once', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en/articles/remounted')
  const id = await nextSession(page)
  // The server has drawn both parts; they are ours once React has mounted them.
  const before = await until(mounts, (count) => count >= 2)
  for (const round of [1, 2, 3]) {
    await page.locator('#again').click()
    await page.locator(`[data-round="${round}"]`).nth(1).waitFor()
  }
  await until(mounts, (count) => count >= before + 6)
  await settle()
  expect(await openingsOf(id, 1)).toEqual([['remounted', 'direct_link', 'load']])
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('case 34: an address that the server redirects to an article is one opening, of the article that is shown', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en/articles/moved')
  await page.waitForURL('**/articles/idle')
  const id = await nextSession(page)
  await settle()
  expect(await openingsOf(id, 1)).toEqual([['idle', 'direct_link', 'load']])
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('case 34: a link that redirects to another article is one opening, of the article that is shown', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en/moves')
  await page.locator('#moved').click()
  await page.waitForURL('**/articles/idle')
  const id = await nextSession(page)
  await settle()
  expect(await openingsOf(id, 1)).toEqual([['idle', 'article_click', 'soft']])
  await counted.toBe({ sessions: 1, article_click: 1 })
})

test('case 34: a page that sends its reader on to an article is one opening, of the article that is shown', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en/moves')
  await page.locator('#gone').click()
  await page.waitForURL('**/articles/idle')
  const id = await nextSession(page)
  await settle()
  expect(await openingsOf(id, 1)).toEqual([['idle', 'article_click', 'soft']])
  await counted.toBe({ sessions: 1, article_click: 1 })
})

test('case 35, 36: query, fragment, replaceState, refresh and another language open nothing new', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en/articles/remounted')
  const id = await nextSession(page)
  await page.getByText('Step 2').click()
  await page.waitForURL('**?step=2')
  await page.evaluate(() => {
    location.hash = '#there'
    history.pushState(null, '', '?step=3')
    history.replaceState(null, '', '?step=4#here')
  })
  await page.locator('#refresh').click()
  await page.goto('/en/articles/tabs')
  await nextSession(page)
  await page.locator('a.language').click()
  await page.waitForURL('**/es/articles/tabs')
  await page.locator('html[lang=es]').waitFor()
  expect(await currentSession(page)).toBe(id)
  await settle()
  expect(await openingsOf(id, 2)).toEqual([
    ['remounted', 'direct_link', 'load'],
    ['tabs', 'direct_link', 'load'],
  ])
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('beside "edit this page" stand the numbers of the article, for those who may read them', async () => {
  await page.goto('/en/articles/idle')
  await nextSession(page)
  const badge = () => fetch(`${center.url}/en/badged`).then((answer) => answer.text())
  const html = await until(badge, (answer) => />[1-9]\d* openings? · .*in 7 days</.test(answer))
  expect(html).toMatch(/<a class="ht-article-badge" href="\/help-insights\/article\?lang=en&amp;days=7&amp;of=idle"/)
  const elsewhere = await askAs('elsewhere.example', `${center.url}/en/badged`)
  expect([elsewhere.status, elsewhere.text]).toEqual([200, expect.not.stringContaining('ht-article-badge')])
})

const mounts = () => page.evaluate(() => Number(document.documentElement.dataset.mounts ?? 0))

const currentArticle = () =>
  page.evaluate(
    () =>
      (globalThis as never as Record<symbol, { store: { getState(): { article: { id: string } | null } } }>)[
        Symbol.for('helptally')
      ]?.store.getState().article?.id,
  )
