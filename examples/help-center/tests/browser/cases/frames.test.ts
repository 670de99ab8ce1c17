import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Frame, Page } from 'playwright-core'
import { countFromNow } from '../support/counted.js'
import { serve } from '../support/serve.js'
import { currentSession, explained, nextSession, opens } from '../support/session.js'
import { onStage, type Stage } from '../support/stage.js'
import type { Served } from '../support/startServer.js'

let center: Stage['center']
let page: Stage['page']
onStage((stage) => {
  ;({ center, page } = stage)
})

const LINK = '[data-help-via="suggestion"] a'

/** The site in a frame, once its own code runs. */
async function framedSite(host: Page): Promise<Frame> {
  const frame = await (await host.waitForSelector('iframe')).contentFrame()
  await frame!.waitForFunction(() => 'next' in window && document.readyState === 'complete')
  return frame!
}

const hasEngine = (frame: Frame) => frame.evaluate(() => Symbol.for('helptally') in globalThis)

test('case 59: the site in a frame of its own page counts nothing, and leaves the record of the tab alone', async () => {
  const counted = await countFromNow(center)
  await page.goto('/en/articles/idle')
  const session = await nextSession(page)
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = '/en/articles/tabs'
    document.body.prepend(frame)
  })
  const frame = await framedSite(page)
  // It is the same storage: an engine in the frame would take the record for its own.
  expect(await frame.evaluate(() => JSON.parse(sessionStorage.getItem('help.tab')!).thread.open.id)).toBe(session)
  expect(await hasEngine(frame)).toBe(false)
  await frame.locator(LINK).first().click()
  await frame.waitForURL((url) => !url.pathname.endsWith('/tabs'))

  await page.locator(LINK).first().click()
  const told = await explained(center, session, (events) => opens(events).length === 2)
  expect(told.steps.map(({ event }) => event.seq)).toEqual(told.steps.map((_, index) => index + 1))
  expect(await currentSession(page)).toBe(session)
  await counted.toBe({ sessions: 1, direct_link: 1 })
})

let foreign: Served
beforeAll(async () => {
  foreign = await serve('<!doctype html><title>Another site</title>', { 'content-type': 'text/html' })
})
afterAll(() => foreign.close())

test.each([
  ['of another site', {}],
  ['in a sandbox', { sandbox: 'allow-scripts' }],
])('case 60: the site in a frame %s counts nothing and throws nothing', async (_where, attributes) => {
  const counted = await countFromNow(center)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.text().includes('[helptally]') && errors.push(message.text()))
  await page.goto(foreign.url.replace('localhost', '127.0.0.1'))
  await page.evaluate(
    (given) => {
      const frame = document.createElement('iframe')
      for (const [name, value] of Object.entries(given)) frame.setAttribute(name, value)
      document.body.append(frame)
    },
    { ...attributes, src: `${center.url}/en/articles/tabs` },
  )
  const frame = await framedSite(page)
  expect(await frame.evaluate(() => window.top !== window)).toBe(true)
  expect(await hasEngine(frame)).toBe(false)
  expect(errors).toEqual([])
  await counted.toBe({ sessions: 0 })
})
