import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { MadeApp } from '../support/appIn.js'
import { launchChromium, newReader } from '../support/chromium.js'
import { pagesRouterFiles } from '../support/configuredApp.js'
import { dashboardAt } from '../support/dashboardAt.js'
import { type HelpCenter, openHelpCenter } from '../support/helpCenter.js'
import { makeApp } from '../support/makeApp.js'
import { serve } from '../support/serve.js'
import { explained, nextSession } from '../support/session.js'
import type { Served } from '../support/startServer.js'
import { opened, WALKED, walk } from '../support/walk.js'

const SETUP_WITHIN_MS = 600_000
const BACKEND = 'This is the backend.'

/** As `/guides/:slug`, Next would match it with `trailingSlash` only on the server: decision 0061. */
const config = (backend: string) => `import { withHelptally } from '@helptally/next/config'

export default withHelptally(
  () => ({
    basePath: '/support',
    trailingSlash: true,
    i18n: {
      locales: ['en', 'es'],
      defaultLocale: 'en',
      localeDetection: false,
      domains: [{ domain: 'es.localhost', defaultLocale: 'es', http: true }],
    },
    rewrites: async () => [
      { source: '/guides/:slug([^/]+)', destination: '/docs/:slug' },
      { source: '/api/:path*', destination: '${backend}/api/:path*' },
    ],
    typescript: { ignoreBuildErrors: true },
  }),
  { site: 'docs', articles: '/guides/:slug' },
)
`

let app: MadeApp
let center: HelpCenter
let chromium: Browser
let backend: Served

beforeAll(async () => {
  backend = await serve(BACKEND, {})
  const files = pagesRouterFiles({ config: config(backend.url), links: '/guides' })
  app = makeApp('pages-in-languages', { files, packages: 'installed' })
  app.build('--turbopack')
  ;[center, chromium] = await Promise.all([
    openHelpCenter({ folder: app.folder, base: '/support/api/help' }),
    launchChromium(),
  ])
}, SETUP_WITHIN_MS)
afterAll(async () => {
  await Promise.all([center?.close(), chromium?.close(), backend?.close()])
  app?.remove()
})

test('a reader walks through it, in the default language and by a link into the other', async () => {
  const article = (id: string) => `/support/guides/${id}/`
  const direct = '/support/es/guides/idle/'
  const walked = await walk({ center, chromium, home: '/support/', article, direct })
  expect([walked.trouble, walked.hasLoaded]).toEqual([[], false])
  expect(walked.totals).toEqual(WALKED)
  expect(opened(walked.clicked)).toEqual([
    ['article_click', 'install', 'soft', 'home'],
    ['article_click', 'idle', 'soft', 'suggestion'],
  ])
  expect(walked.direct[0]).toMatchObject({ entry: 'direct_link', article: { id: 'idle', lang: 'es' } })
  expect(walked.searched[0]).toMatchObject({ entry: 'search_enter', article: { id: 'tabs' } })
})

test('links of ours lead where they lead before the page is hydrated, too', async () => {
  const html = await (await fetch(`${center.url}/support/`)).text()
  expect(html).toContain('href="/support/guides/install/"')
})

test('what else is below /api is still answered by the backend', async () => {
  expect(await (await fetch(`${center.url}/support/api/orders/`)).text()).toBe(BACKEND)
})

test('a language with a domain of its own counts there, and needs no prefix', async () => {
  const url = center.url.replace('localhost', 'es.localhost')
  const reader = await newReader(chromium, url)
  const page = await reader.newPage()
  await page.goto('/support/guides/idle/')
  const { steps } = await explained(center, await nextSession(page), (events) => events.length > 0)
  expect(steps[0]!.event).toMatchObject({ entry: 'direct_link', article: { id: 'idle' }, locale: 'es' })
  await reader.close()
})

test('the dashboard lives under the base path, and no address that it names is sent on', async () => {
  const page = await chromium.newPage()
  expect(await dashboardAt(page, `${center.url}/support/help-insights/`)).toEqual({
    heading: 'Help sessions of docs',
    astray: [],
  })
  await page.close()
})
