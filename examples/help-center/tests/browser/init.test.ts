import type { SessionExplained } from '@helptally/core'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { MadeApp } from './support/appIn.js'
import { launchChromium, newReader } from './support/chromium.js'
import { freshApp, freshFile } from './support/freshApp.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'
import { nextSession } from './support/session.js'
import { until } from './support/until.js'

const SETUP_WITHIN_MS = 300_000
/** In production reading is closed, and init opens it to nobody. */
const TOKEN = 'for-this-test'

let app: MadeApp
let said: string
let center: HelpCenter
let chromium: Browser

beforeAll(async () => {
  app = freshApp()
  said = app.init('--yes', '--site', 'docs')
  app.build()
  process.env.HELPTALLY_TOKEN = TOKEN
  ;[center, chromium] = await Promise.all([openHelpCenter({ folder: app.folder }), launchChromium()])
}, SETUP_WITHIN_MS)
afterAll(async () => {
  await Promise.all([center?.close(), chromium?.close()])
  delete process.env.HELPTALLY_TOKEN
  app?.remove()
})

test('a fresh app, after helptally init, builds and is ready', async () => {
  expect(said).toContain('articles: /docs/:slug* (app/docs/[...slug]/page.tsx: "docs" is what help is called)')
  const answer = await center.get('health')
  expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ ready: true })])
  expect((await fetch(`${center.url}/help-insights`)).status).toBe(200)
})

test('its first reader accepts, opens an article, and is counted', async () => {
  const reader = await newReader(chromium, center.url, { consent: 'none' })
  const page = await reader.newPage()
  await page.goto('/')
  await page.getByRole('button', { name: 'Accept' }).click()
  await page.getByRole('link', { name: 'Install' }).click()
  const id = await nextSession(page)
  const address = `${center.url}/api/help/sessions/${id}`
  expect((await fetch(address)).status).toBe(401)
  const counted = await until(
    () => fetch(address, { headers: { authorization: `Bearer ${TOKEN}` } }),
    ({ ok }) => ok,
  )
  const { steps } = (await counted.json()) as SessionExplained
  expect(steps[0]!.event).toMatchObject({ site: 'docs', article: { id: 'start/install' } })
  await reader.close()
})

test('init again changes nothing, and --undo gives back what was there', () => {
  expect(app.init('--yes')).toContain('Everything is in place.')
  app.init('--undo', '--yes')
  expect(app.read('next.config.ts')).toBe(freshFile('next.config.ts'))
  expect(app.read('app/api/help/[...path]/route.ts')).toBeNull()
  expect(app.read('app/help-insights/[[...view]]/page.tsx')).toBeNull()
})
