import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { type BlockedReader, openBlockedReader } from '../support/blockedReader.js'
import { countFromNow } from '../support/counted.js'
import type { EngineState } from '../support/rawSession.js'
import { currentSession, explained, nextSession, opens } from '../support/session.js'
import { onStage, type Stage } from '../support/stage.js'
import { until } from '../support/until.js'

let center: Stage['center']
onStage((stage) => {
  ;({ center } = stage)
})

let blocked: BlockedReader
let page: Page
beforeEach(async () => {
  blocked = await openBlockedReader(center.url)
  page = await blocked.reader.newPage()
})
afterEach(() => blocked?.close())

const engine = () =>
  page.evaluate(() => {
    const { store } = (globalThis as never as Record<symbol, { store: { getState(): EngineState } }>)[
      Symbol.for('helptally')
    ]!
    return store.getState()
  })
const accept = () => page.getByRole('button', { name: 'Count my visit' }).click()
const SUGGESTION = '[data-help-via="suggestion"] a'

async function followSuggestion() {
  const before = page.url()
  await page.locator(SUGGESTION).first().click()
  await page.waitForURL((url) => url.href !== before)
}

test('case 77: with everything blocked the site works, one document is one session, and the engine says what it lacks', async () => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  const counted = await countFromNow(center)
  await page.goto('/en/articles/idle')
  const access = await page.evaluate(() => {
    try {
      return String(sessionStorage)
    } catch (error) {
      return (error as Error).name
    }
  })
  expect(access).toBe('SecurityError')
  await accept()
  const id = await nextSession(page)
  expect((await engine()).degraded).toEqual(['storage', 'locks'])
  await followSuggestion()
  await followSuggestion()
  expect(await currentSession(page)).toBe(id)
  const { steps, disagreements } = await explained(center, id, (events) => opens(events).length === 3)
  expect(steps.map(({ event }) => event.seq)).toEqual(steps.map((_, index) => index + 1))
  expect(disagreements).toEqual([])
  expect(errors).toEqual([])
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

test('case 77: with everything blocked a reload asks again, and is another session of another tab', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en/articles/idle')
  await accept()
  const first = await nextSession(page)
  const { tabId } = await engine()
  await page.reload()
  await page.getByRole('button', { name: 'Count my visit' }).waitFor()
  expect(await engine()).toMatchObject({ consent: 'unknown', session: null })
  await accept()
  const second = await nextSession(page, first)
  expect((await engine()).tabId).not.toBe(tabId)
  const { start } = await explained(center, second, (events) => events.length > 0)
  expect(start).toMatchObject({ entry: 'direct_link' })
  await counted.toBe({ sessions: 2, direct_link: 2 })
})

test('with everything blocked a refusal holds for the page, and nothing is sent', async () => {
  const sent: string[] = []
  page.on('request', (request) => void (request.url().includes('/api/help/') && sent.push(request.url())))
  await page.goto('/en/articles/idle')
  await page.getByRole('button', { name: 'Do not count it' }).click()
  await followSuggestion()
  await page.keyboard.press('PageDown')
  await until(engine, ({ consent }) => consent === 'refused')
  await page.close({ runBeforeUnload: true })
  expect(sent).toEqual([])
})
