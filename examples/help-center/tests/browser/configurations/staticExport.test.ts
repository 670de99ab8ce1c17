import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { MadeApp } from '../support/appIn.js'
import { launchChromium } from '../support/chromium.js'
import { appRouterFiles } from '../support/configuredApp.js'
import { type HelpCenter, openHelpCenter } from '../support/helpCenter.js'
import { makeApp } from '../support/makeApp.js'
import type { Served } from '../support/startServer.js'
import { serveFolder } from '../support/staticSite.js'
import { opened, WALKED, walk } from '../support/walk.js'

const SETUP_WITHIN_MS = 600_000
const HELPTALLY = join(createRequire(import.meta.url).resolve('@helptally/server/package.json'), '../bin/helptally.js')
const TOKEN = 'for-this-test'

const config = (collector: string) => `import { withHelptally } from '@helptally/next/config'

export default withHelptally(
  {
    output: 'export',
    trailingSlash: true,
    experimental: { sri: { algorithm: 'sha256' } },
    typescript: { ignoreBuildErrors: true },
  },
  { site: 'docs', articles: '/docs/:slug', base: '${collector}/api/help' },
)
`

let app: MadeApp
let said: string
let site: Served
let center: HelpCenter
let chromium: Browser

beforeAll(async () => {
  const command = (port: number) => [HELPTALLY, 'serve', '--port', String(port), '--host', 'localhost']
  ;[center, chromium] = await Promise.all([openHelpCenter({ command, token: TOKEN }), launchChromium()])
  const files = appRouterFiles({ config: config(center.url), links: '/docs', pages: 'plain', collector: 'elsewhere' })
  app = makeApp('static-export', { files, packages: 'installed' })
  said = app.build('--turbopack')
  site = await serveFolder(join(app.folder, 'out'), center.url)
}, SETUP_WITHIN_MS)
afterAll(async () => {
  await Promise.all([center?.close(), chromium?.close(), site?.close()])
  app?.remove()
})

test('it builds without a warning, and its scripts are under its policy, by their hashes', async () => {
  expect(said).not.toContain('[helptally]')
  const page = await fetch(`${site.url}/docs/idle/`)
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self' 'sha256-")
  expect(await page.text()).toContain('integrity="sha256-')
})

test('a reader walks through it, and the collector on another port counts', async () => {
  const walked = await walk({ center, chromium, site: site.url, home: '/', article: (id) => `/docs/${id}/` })
  expect([walked.trouble, walked.hasLoaded]).toEqual([[], false])
  expect(walked.totals).toEqual(WALKED)
  expect(opened(walked.clicked)).toEqual([
    ['article_click', 'install', 'soft', 'home'],
    ['article_click', 'idle', 'soft', 'suggestion'],
  ])
})
