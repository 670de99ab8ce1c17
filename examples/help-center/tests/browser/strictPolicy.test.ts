import { beforeEach, expect, test } from '@jest/globals'
import type { Page } from 'playwright-core'
import { countFromNow } from './support/counted.js'
import { explained, nextSession } from './support/session.js'
import { onStage, type Stage } from './support/stage.js'

const NONCE = 'b25jZQ'
/** What a careful site sends: only scripts and styles that it has marked, requests to nobody but itself. */
const POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
  `style-src 'self' 'nonce-${NONCE}'`,
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

let center: Stage['center']
let page: Stage['page']
let refused: string[]
onStage((stage) => {
  ;({ center, page } = stage)
})
beforeEach(async () => {
  refused = []
  await underPolicy(page, (what) => refused.push(what))
})

test('a session counts with its search and its vitals, and nothing is refused', async () => {
  const counted = await countFromNow(center)
  const measured = page.waitForRequest((request) => request.postData()?.includes('browser.web_vital') ?? false)
  await page.goto('/en/articles/tabs')
  const id = await nextSession(page)
  await measured
  await page.getByRole('combobox').pressSequentially('consent')
  await page.getByRole('option').nth(1).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const isWhole = (names: readonly string[]) =>
    ['help.article.open', 'help.search.submit', 'browser.web_vital'].every((name) => names.includes(name))
  await explained(center, id, (events) => isWhole(events.map(({ name }) => name)))
  await counted.toBe({ sessions: 1, direct_link: 1 })
  expect(refused).toEqual([])
})

test('the dashboard is styled, and nothing of ours is refused', async () => {
  await page.goto('/help-insights?lang=en')
  await page.locator('.ht-insights h1').waitFor()
  expect(await page.locator('.ht-page').evaluate((frame) => getComputedStyle(frame).display)).toBe('flex')
  // React hides by an attribute what it streams into an SVG, and puts it into its place soon.
  expect(refused.filter((what) => !what.startsWith('style-src-attr'))).toEqual([])
  expect(await page.locator('[id^="S:"]').count()).toBe(0)
})

/**
 * Has the site's pages come with the policy. Next marks what it renders on request by itself; pages that it has rendered
 * before are marked here.
 */
async function underPolicy(page: Page, onRefused: (what: string) => void): Promise<void> {
  await page.exposeFunction('tellRefused', onRefused)
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, target }) => {
      const tell = (window as unknown as { tellRefused(what: string): void }).tellRefused
      tell(`${violatedDirective}: ${blockedURI} ${target instanceof Element ? target.outerHTML.slice(0, 200) : ''}`)
    })
  })
  await page.route(
    () => true,
    async (route) => {
      const request = route.request()
      if (request.resourceType() !== 'document') return route.continue()
      const policy = { 'content-security-policy': POLICY }
      const response = await route.fetch({ headers: { ...request.headers(), ...policy } })
      const marked = (await response.text()).replaceAll(/<(script|link)\b(?![^>]*\bnonce=)/g, `<$1 nonce="${NONCE}"`)
      await route.fulfill({ response, body: marked, headers: { ...response.headers(), ...policy } })
    },
  )
}
