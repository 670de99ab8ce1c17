import { watchHelp } from '@helptally/testing/playwright'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { MadeApp } from '../support/appIn.js'
import { launchChromium } from '../support/chromium.js'
import { appRouterFiles } from '../support/configuredApp.js'
import { countFromNow } from '../support/counted.js'
import { dashboardAt } from '../support/dashboardAt.js'
import { type HelpCenter, openHelpCenter } from '../support/helpCenter.js'
import { makeApp } from '../support/makeApp.js'
import { serve } from '../support/serve.js'
import type { Served } from '../support/startServer.js'
import { opened, WALKED, walk } from '../support/walk.js'

const SETUP_WITHIN_MS = 600_000
const BACKEND = 'This is the backend.'

const config = (backend: string) => `import { withHelptally } from '@helptally/next/config'

export default withHelptally(
  {
    basePath: '/support',
    trailingSlash: true,
    cacheComponents: true,
    partialPrefetching: true,
    typescript: { ignoreBuildErrors: true },
    rewrites: async () => ({
      beforeFiles: [{ source: '/guides/:slug', has: [{ type: 'query', key: 'old' }], destination: '/docs/tabs' }],
      afterFiles: [
        { source: '/guides/:slug', destination: '/docs/:slug' },
        { source: '/api/:path*', destination: '${backend}/api/:path*' },
      ],
      fallback: [{ source: '/:path*', destination: '${backend}/:path*' }],
    }),
  },
  { site: 'docs', articles: '/guides/:slug' },
)
`

let app: MadeApp
let said: string
let center: HelpCenter
let chromium: Browser
let backend: Served

beforeAll(async () => {
  backend = await serve(BACKEND, {})
  const files = appRouterFiles({ config: config(backend.url), links: '/guides', pages: 'plain', collector: 'here' })
  app = makeApp('base-path', { files, packages: 'installed' })
  said = app.build('--webpack')
  ;[center, chromium] = await Promise.all([
    openHelpCenter({ folder: app.folder, base: '/support/api/help' }),
    launchChromium(),
  ])
}, SETUP_WITHIN_MS)
afterAll(async () => {
  await Promise.all([center?.close(), chromium?.close(), backend?.close()])
  app?.remove()
})

test('it builds without a warning of our files', () => {
  expect(said).not.toContain('@helptally')
})

test('a reader walks through it, by addresses that rewrites serve', async () => {
  const walked = await walk({ center, chromium, home: '/support/', article: (id) => `/support/guides/${id}/` })
  expect([walked.trouble, walked.hasLoaded]).toEqual([[], false])
  expect(walked.totals).toEqual(WALKED)
  expect(opened(walked.clicked)).toEqual([
    ['article_click', 'install', 'soft', 'home'],
    ['article_click', 'idle', 'soft', 'suggestion'],
  ])
})

test.each(['/support/api/help', '/support/api/help/'])(
  'a reader watched at %s is a test, and counts in no report',
  async (base) => {
    const counted = await countFromNow(center)
    const reader = await chromium.newContext()
    const help = await watchHelp(reader, { url: center.url, base })
    await help.grantConsent()
    const page = await reader.newPage()
    await page.goto(`${center.url}/support/guides/idle/`)
    const [session] = await help.expectSessions([{ entry: 'direct_link', article: 'idle' }])
    expect((await help.counted()).events.map(({ id }) => id)).toContain(session!.id)
    await counted.toBe({})
    await reader.close()
  },
)

test('Next sends on what has no slash at its end, so that a page has to put one there', async () => {
  const answer = await fetch(`${center.url}/support/api/help/events`, { method: 'POST', redirect: 'manual' })
  expect(answer.status).toBe(308)
})

test('the other rewrites of the site are all as they were', async () => {
  const textAt = async (path: string) => (await fetch(`${center.url}/support${path}`)).text()
  expect(await textAt('/guides/idle/?old=1')).toContain('<h1>Tabs and windows</h1>')
  expect([await textAt('/api/orders/'), await textAt('/pricing/')]).toEqual([BACKEND, BACKEND])
})

test('the dashboard lives under the base path, and no address that it names is sent on', async () => {
  const page = await chromium.newPage()
  expect(await dashboardAt(page, `${center.url}/support/help-insights/`)).toEqual({
    heading: 'Help sessions of docs',
    astray: [],
  })
  await page.close()
})
