import { expect, test } from '@jest/globals'
import { countFromNow } from './support/counted.js'
import { explained, nextSession, opens } from './support/session.js'
import { onStage, type Stage } from './support/stage.js'

let center: Stage['center']
let reader: Stage['reader']
let page: Stage['page']
onStage((stage) => {
  ;({ center, reader, page } = stage)
})

const article = (slug: string) => `main a[href="/en/articles/${slug}"]`

test('a click on an article from the home page is one session, and clicks, searches and suggestions stay inside it', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en')
  await page.locator(article('idle')).first().click()
  const id = await nextSession(page)
  await page.locator('[data-help-via="suggestion"] a').first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/idle'))
  await page.goto('/en')
  await page.getByRole('combobox').fill('consent')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'hidden' })
  await page.locator(article('tabs')).first().click()
  await page.waitForURL('**/articles/tabs')

  const session = await explained(center, id, (events) => opens(events).length === 3)
  await counted.toBe({ sessions: 1, article_click: 1 })
  expect(session.start).toMatchObject({ entry: 'article_click', via: 'home', article: { id: 'idle' } })
  expect(opens(session.steps.map((step) => step.event)).map((event) => event.via)).toEqual([
    'home',
    'suggestion',
    'home',
  ])
  expect(session.disagreements).toEqual([])
  expect(session.end).toBeNull()
})

test('an article opened by its address is one session, direct_link', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en/articles/idle')
  const session = await explained(center, await nextSession(page), (events) => events.length > 0)
  expect(session.start).toMatchObject({ entry: 'direct_link', via: 'external' })
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('the home page opened directly and left is no session', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en')
  await page.mouse.wheel(0, 400)
  await page.close()
  // A session of another tab, sent later, shows that nothing of the first is on its way.
  const later = await reader.newPage()
  await later.goto('/en/articles/idle')
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('links that are prefetched or looked at count nothing; the one that is clicked counts once', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en')
  await page.mouse.wheel(0, 2_000)
  await page.locator(article('tabs')).first().hover()
  await page.waitForLoadState('networkidle')
  await page.locator(article('tabs')).first().click()
  const session = await explained(center, await nextSession(page), (events) => events.length > 0)
  expect(opens(session.steps.map((step) => step.event))).toHaveLength(1)
  await counted.toBe({ sessions: 1, article_click: 1 })
})

test('an article that does not exist is no session', async () => {
  const counted = await countFromNow(center)
  expect((await page.goto('/en/articles/no-such-article'))?.status()).toBe(404)
  await page.mouse.wheel(0, 200)
  await page.goto('/en/articles/idle')
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('an article in an iframe is no session, and leaves the one around it alone', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en/articles/idle')
  const id = await nextSession(page)
  const frame = page.frameLocator('iframe')
  await page.evaluate(() => {
    const inner = document.body.appendChild(document.createElement('iframe'))
    inner.src = '/en/articles/tabs'
  })
  await frame.locator('h1').waitFor()
  const started = await frame.locator('h1').evaluate(() => Symbol.for('helptally') in globalThis)
  expect(started).toBe(false)
  await page.reload()
  const session = await explained(center, id, (events) => opens(events).length === 2)
  expect(session.steps.map(({ event }) => event.article?.id)).not.toContain('tabs')
  await counted.toBe({ sessions: 1, direct_link: 1 })
})
