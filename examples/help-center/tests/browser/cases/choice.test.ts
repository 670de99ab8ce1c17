import { expect, test } from '@jest/globals'
import type { BrowserContext } from 'playwright-core'
import { newReader } from '../support/chromium.js'
import { countFromNow } from '../support/counted.js'
import { currentSession, nextSession } from '../support/session.js'
import { onStage, type Stage } from '../support/stage.js'

let center: Stage['center']
let chromium: Stage['chromium']
onStage((stage) => {
  ;({ center, chromium } = stage)
})

const KEPT = () => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]
const banner = 'Your choice about counting'

async function readerWith(choice: string) {
  const reader = await newReader(chromium, center.url, { consent: 'none' })
  await reader.addCookies([{ name: 'help_choice', value: choice, url: center.url }])
  return { reader, sent: sentBy(reader) }
}

function sentBy(reader: BrowserContext): string[] {
  const sent: string[] = []
  reader.on('request', (request) => void (request.url().includes('/api/help/') && sent.push(request.url())))
  return sent
}

/** Reads two articles, as somebody who does not care for the banner. */
async function browse(reader: BrowserContext) {
  const page = await reader.newPage()
  await page.goto('/en/articles/idle')
  await page.keyboard.press('PageDown')
  await page.locator('[data-help-via="suggestion"] a').first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/idle'))
  return page
}

test.each(['maybe', 'GRANTED', 'granted2', 'refused,granted', '%67ranted', '"granted"'])(
  'case 89: a consent cookie that says %s is no consent: the reader is asked, nothing is sent or stored',
  async (choice) => {
    const { reader, sent } = await readerWith(choice)
    const page = await browse(reader)
    await page.getByRole('region', { name: banner }).waitFor()
    expect(await page.evaluate(KEPT)).toEqual([])
    await page.close({ runBeforeUnload: true })
    expect(sent).toEqual([])
    await reader.close()
  },
)

test('case 89: a choice made after the cookie was tampered with replaces it', async () => {
  const counted = await countFromNow(center)
  const { reader } = await readerWith('maybe')
  const page = await browse(reader)
  await page.getByRole('button', { name: 'Count my visit' }).click()
  await nextSession(page)
  expect((await reader.cookies()).map(({ name, value }) => `${name}=${value}`)).toEqual(['help_choice=granted'])
  await page.reload()
  await nextSession(page)
  await counted.toBe({ sessions: 1, article_click: 1 })
  await reader.close()
})

test('a cookie that only ends like ours is no consent', async () => {
  const reader = await newReader(chromium, center.url, { consent: 'none' })
  const sent = sentBy(reader)
  await reader.addCookies([{ name: 'not_help_choice', value: 'granted', url: center.url }])
  const page = await browse(reader)
  expect(await currentSession(page)).toBeNull()
  expect(sent).toEqual([])
  await reader.close()
})

test('Global Privacy Control is a refusal: no banner, no session, nothing sent or stored, even after a yes', async () => {
  const { reader, sent } = await readerWith('granted')
  await reader.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }),
  )
  const page = await browse(reader)
  expect(await page.getByRole('region', { name: banner }).count()).toBe(0)
  expect(await currentSession(page)).toBeNull()
  await page.evaluate(() =>
    (globalThis as never as Record<symbol, { setConsent(choice: string): void }>)[Symbol.for('helptally')]!.setConsent(
      'granted',
    ),
  )
  await page.reload()
  await page.keyboard.press('PageDown')
  expect(await currentSession(page)).toBeNull()
  expect(await page.evaluate(KEPT)).toEqual([])
  expect(await page.evaluate(async () => (await navigator.locks.query()).held)).toEqual([])
  await page.close({ runBeforeUnload: true })
  expect(sent).toEqual([])
  await reader.close()
})
