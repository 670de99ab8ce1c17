import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { launchChromium, newReader } from './support/chromium.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'
import { nextSession } from './support/session.js'
import { until } from './support/until.js'

let center: HelpCenter
let chromium: Browser

beforeAll(async () => {
  ;[center, chromium] = await Promise.all([openHelpCenter(), launchChromium()])
})
afterAll(() => Promise.all([center?.close(), chromium?.close()]))

test('what a reader did is on the dashboard, and leads to the timeline of the session', async () => {
  const reader = await newReader(chromium, center.url)
  const page = await reader.newPage()
  await page.goto('/help-insights?locale=en')
  await page
    .getByText('No data yet')
    .or(page.getByText(/no session/i))
    .first()
    .waitFor()

  await page.goto('/en')
  await page.locator('main a[href="/en/articles/idle"]').first().click()
  const id = await nextSession(page)
  await until(
    () => center.sessions(),
    ({ sessions }) => sessions === 1,
  )
  await page.goto('/help-insights?locale=en')
  const row = page.locator(`a[href*="/help-insights/sessions/${id}"]`).first()
  await row.click()
  await page.waitForURL(`**/sessions/${id}**`)
  const timeline = await page.locator('.ht-insights').innerText()
  expect(timeline).toContain('idle')
  expect(await page.locator('h1').count()).toBe(1)
  await reader.close()
})

test('the dashboard and its reports are closed to others than the site authorizes', async () => {
  const [page, report] = await Promise.all([
    askAs('elsewhere.example', `${center.url}/help-insights?locale=en`),
    askAs('elsewhere.example', `${center.url}/api/help/reports/sessions`),
  ])
  expect(report.status).toBe(401)
  expect(page.text).toContain('authorize')
  expect((await askAs('localhost', `${center.url}/api/help/reports/sessions`)).status).toBe(200)
})

test('each article that was read has its vitals', async () => {
  const reader = await newReader(chromium, center.url)
  const page = await reader.newPage()
  await page.goto('/en/articles/tabs')
  await nextSession(page)
  await page.locator('main h1').click()
  await page.waitForLoadState('networkidle')
  await page.close({ runBeforeUnload: true })
  const { rows } = await until(
    () => center.vitals(),
    ({ rows }) => ['LCP', 'CLS'].every((metric) => rows.some((row) => row.article === 'tabs' && row.metric === metric)),
  )
  for (const row of rows.filter(({ article }) => article === 'tabs'))
    expect(row).toMatchObject({ n: expect.any(Number), p75: expect.any(Number), navigation: 'hard' })
  await reader.close()
})

/** `fetch` may not choose the Host header. */
function askAs(host: string, url: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, async (answer) =>
      resolve({ status: answer.statusCode, text: await text(answer) }),
    )
      .on('error', reject)
      .end()
  })
}
