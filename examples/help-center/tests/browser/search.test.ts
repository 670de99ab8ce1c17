import { beforeEach, expect, test } from '@jest/globals'
import { countFromNow } from './support/counted.js'
import { currentSession, explained, nextSession } from './support/session.js'
import { onStage, type Stage } from './support/stage.js'

let center: Stage['center']
let page: Stage['page']
let counted: Awaited<ReturnType<typeof countFromNow>>
onStage((stage) => {
  ;({ center, page } = stage)
})
beforeEach(async () => {
  // Before anything is typed: a search that has led nowhere yet counts as an orphan as soon as it arrives.
  counted = await countFromNow(center)
  await page.goto('/en')
  await page.getByRole('combobox').pressSequentially('consent')
  await page.getByRole('option').nth(1).waitFor()
})

test('arrow down and Enter on an option is one session, search_enter', async () => {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const session = await explained(center, await nextSession(page), (events) => events.length > 0)
  expect(session.start).toMatchObject({ entry: 'search_enter', via: 'search_result' })
  expect(session.steps[0]!.event).toMatchObject({ position: 1, queryId: expect.any(String) })
  await counted.toBe({ sessions: 1, search_enter: 1 })
})

test('a mouse click on an option is one session, article_click via search_result', async () => {
  await page.getByRole('option').nth(1).click()
  const session = await explained(center, await nextSession(page), (events) => events.length > 0)
  expect(session.start).toMatchObject({ entry: 'article_click', via: 'search_result' })
  expect(session.steps[0]!.event).toMatchObject({ position: 2 })
  await counted.toBe({ sessions: 1, article_click: 1 })
})

test('Ctrl-click on an option is a session in the new tab, and its search no orphan', async () => {
  const opened = page.context().waitForEvent('page')
  await page
    .getByRole('option')
    .first()
    .click({ modifiers: ['ControlOrMeta'] })
  const tab = await opened
  const session = await explained(center, await nextSession(tab), (events) => events.length > 0)
  expect(session.steps[0]!.event).toMatchObject({ via: 'search_result', position: 1, queryId: expect.any(String) })
  await page.close({ runBeforeUnload: true })
  await counted.toBe({ sessions: 1, article_click: 1 })
})

test('typing and leaving is no session and one orphan search', async () => {
  expect(await currentSession(page)).toBeNull()
  await page.close({ runBeforeUnload: true })
  await counted.toBe({ orphan_searches: 1 })
})

test('Enter with no option chosen opens nothing and starts nothing', async () => {
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).pathname).toBe('/en')
  expect(await currentSession(page)).toBeNull()
  await page.close({ runBeforeUnload: true })
  await counted.toBe({ orphan_searches: 1 })
})

test('a network so slow that the article takes twelve seconds changes nothing', async () => {
  await page.route(
    (url) => url.pathname.startsWith('/en/articles/'),
    async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 12_000))
      await route.continue()
    },
  )
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await nextSession(page)
  await counted.toBe({ sessions: 1, search_enter: 1 })
})
