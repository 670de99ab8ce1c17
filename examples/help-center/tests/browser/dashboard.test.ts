import { expect, test } from '@jest/globals'
import { askAs } from './support/askAs.js'
import { nextSession } from './support/session.js'
import { onStage, type Stage } from './support/stage.js'
import { until } from './support/until.js'

let center: Stage['center']
let page: Stage['page']
onStage((stage) => {
  ;({ center, page } = stage)
})

test('what a reader did is on the dashboard, and leads to the timeline of the session', async () => {
  await page.goto('/help-insights?lang=en')
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
  await page.goto('/help-insights?lang=en')
  const row = page.locator(`a[href*="/help-insights/sessions/${id}"]`).first()
  await row.click()
  await page.waitForURL(`**/sessions/${id}**`)
  await page.locator('.ht-page h1').waitFor()
  const timeline = await page.locator('.ht-page').innerText()
  expect(timeline).toContain('idle')
  expect(await page.locator('h1').count()).toBe(1)
})

test('the dashboard and its reports are closed to others than the site authorizes', async () => {
  const [page, report] = await Promise.all([
    askAs('elsewhere.example', `${center.url}/help-insights?lang=en`),
    askAs('elsewhere.example', `${center.url}/api/help/reports/sessions`),
  ])
  expect(report.status).toBe(401)
  expect(page.text).toContain('authorize')
  expect((await askAs('localhost', `${center.url}/api/help/reports/sessions`)).status).toBe(200)
})

test('each article that was read has its vitals', async () => {
  // They are measured by a chunk that loads when the page has nothing else to do.
  const measuring = page.waitForRequest((request) => request.postData()?.includes('browser.web_vital') ?? false)
  await page.goto('/en/articles/tabs')
  await measuring
  await page.locator('main h1').click()
  await page.close({ runBeforeUnload: true })
  const { rows } = await until(
    () => center.vitals(),
    ({ rows }) => ['LCP', 'CLS'].every((metric) => rows.some((row) => row.article === 'tabs' && row.metric === metric)),
  )
  for (const row of rows.filter(({ article }) => article === 'tabs'))
    expect(row).toMatchObject({ n: expect.any(Number), p75: expect.any(Number), navigation: 'hard' })
})
