import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { MadeApp } from '../support/appIn.js'
import { launchChromium } from '../support/chromium.js'
import { appRouterFiles } from '../support/configuredApp.js'
import { dashboardAt } from '../support/dashboardAt.js'
import { type HelpCenter, openHelpCenter } from '../support/helpCenter.js'
import { makeApp } from '../support/makeApp.js'
import { opened, WALKED, walk } from '../support/walk.js'

const SETUP_WITHIN_MS = 600_000

const CONFIG = `import { withHelptally } from '@helptally/next/config'

export default withHelptally(
  { output: 'standalone', typescript: { ignoreBuildErrors: true } },
  { site: 'docs', articles: '/:locale/docs/:slug', home: '/:locale' },
)
`

/** As Next's guide to a Content-Security-Policy has it. */
const PROXY = `import { type NextRequest, NextResponse } from 'next/server'

export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const policy = [
    "default-src 'none'",
    "script-src 'nonce-" + nonce + "' 'strict-dynamic'",
    "style-src 'nonce-" + nonce + "'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}
`

/** A page that is made before it is asked for cannot carry a nonce. */
const LAYOUT = `import { ConsentBanner } from '@helptally/next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'

export default async function Layout({ children }: { children: ReactNode }) {
  await connection()
  return (
    <html lang="en">
      <body>
        {children}
        <ConsentBanner />
      </body>
    </html>
  )
}
`

let app: MadeApp
let moved: string
let center: HelpCenter
let chromium: Browser

beforeAll(async () => {
  const files = appRouterFiles({ config: CONFIG, links: '/en/docs', pages: 'languages', collector: 'here' })
  app = makeApp('standalone', {
    files: { ...files, 'app/layout.tsx': LAYOUT, 'proxy.ts': PROXY },
    packages: 'installed',
  })
  app.build('--turbopack')
  moved = mkdtempSync(join(tmpdir(), 'standalone-'))
  cpSync(join(app.folder, '.next/standalone'), moved, { recursive: true, verbatimSymlinks: true })
  // Next copies no static files: https://nextjs.org/docs/app/api-reference/config/next-config-js/output
  const folder = join(moved, 'examples', basename(app.folder))
  cpSync(join(app.folder, '.next/static'), join(folder, '.next/static'), { recursive: true })
  app.remove()
  ;[center, chromium] = await Promise.all([openHelpCenter({ folder, command: () => ['server.js'] }), launchChromium()])
}, SETUP_WITHIN_MS)
afterAll(async () => {
  await Promise.all([center?.close(), chromium?.close()])
  app?.remove()
  if (moved) rmSync(moved, { recursive: true, force: true })
})

test('a reader walks through it, from another place and without its packages', async () => {
  const walked = await walk({
    center,
    chromium,
    home: '/en',
    article: (id) => `/en/docs/${id}`,
    direct: '/es/docs/idle',
  })
  expect([walked.trouble, walked.hasLoaded]).toEqual([[], false])
  expect(walked.totals).toEqual(WALKED)
  expect(opened(walked.clicked)).toEqual([
    ['article_click', 'install', 'soft', 'home'],
    ['article_click', 'idle', 'soft', 'suggestion'],
  ])
  expect(walked.direct[0]).toMatchObject({ entry: 'direct_link', article: { id: 'idle', lang: 'es' } })
  expect(walked.searched[0]).toMatchObject({ entry: 'search_enter', article: { id: 'tabs', lang: 'en' } })
})

test('it is under its policy, and so is the dashboard, which has its style', async () => {
  expect((await fetch(`${center.url}/en`)).headers.get('content-security-policy')).toContain("style-src 'nonce-")
  const page = await chromium.newPage()
  const seen = await dashboardAt(page, `${center.url}/help-insights`)
  expect(seen).toEqual({ heading: 'Help sessions of docs', astray: [] })
  expect(await page.locator('.ht-page').evaluate((frame) => getComputedStyle(frame).display)).toBe('flex')
  await page.close()
})
