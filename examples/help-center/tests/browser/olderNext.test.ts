import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { SessionExplained } from '@helptally/core'
import type { SessionsReport } from '@helptally/server/reports'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { type MadeApp, writeFiles } from './support/appIn.js'
import { launchChromium, newReader } from './support/chromium.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'
import { cannotInstall } from './support/npm.js'
import { inPagesToo, onNext14, onNext15 } from './support/olderApp.js'
import { type Packed, packed } from './support/packedApp.js'
import { nextSession, opens } from './support/session.js'
import { until } from './support/until.js'

/** It installs from the registry and builds, on a machine that may be busy. */
const SETUP_WITHIN_MS = 900_000
const TOKEN = 'for-this-test'
const AUTHORIZED = { authorization: `Bearer ${TOKEN}` }

let ours: Packed
afterAll(() => ours?.remove())

describe.each([onNext14, onNext15])('an app on $name, with our packages as a registry would bring them', (older) => {
  if (cannotInstall('next', older.dependencies.next!)) return test.skip('needs the registry', () => {})

  let app: MadeApp
  let said: string
  let center: HelpCenter
  let chromium: Browser
  /** A session by direct link, the last. */
  let counted: string

  beforeAll(async () => {
    ours ??= packed()
    app = ours.app(older.name, older)
    app.init('--yes', '--site', 'docs', '--articles', '/:shelf/articles/:slug')
    writeFiles(app.folder, inPagesToo)
    said = app.build()
    process.env.HELPTALLY_TOKEN = TOKEN
    ;[center, chromium] = await Promise.all([openHelpCenter({ folder: app.folder }), launchChromium()])
  }, SETUP_WITHIN_MS)
  afterAll(async () => {
    await Promise.all([center?.close(), chromium?.close()])
    delete process.env.HELPTALLY_TOKEN
  })

  const read = (path: string) => fetch(`${center.url}/api/${path}`, { headers: AUTHORIZED })
  const totals = async () => ((await (await read('help/reports/sessions?site=docs')).json()) as SessionsReport).totals
  /** By how much the report has grown. */
  const countedSince = async (before: SessionsReport['totals']) => {
    const after = await totals()
    return {
      sessions: after.sessions - before.sessions,
      article_click: after.article_click - before.article_click,
      direct_link: after.direct_link - before.direct_link,
      search_enter: after.search_enter - before.search_enter,
    }
  }
  const explained = async (id: string, openings: number) => {
    const ask = async () => {
      const answer = await read(`help/sessions/${id}`)
      return answer.ok ? opens(((await answer.json()) as SessionExplained).steps.map(({ event }) => event)) : []
    }
    return until(ask, ({ length }) => length === openings)
  }

  test('it builds without a word on its config, and is ready in both routers', async () => {
    expect(said).not.toMatch(/invalid next\.config|unrecognized key|names that only differ in casing/i)
    for (const collector of ['help', 'also']) {
      const health = await read(`${collector}/health`)
      expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ ready: true })])
    }
    expect((await fetch(`${center.url}/api/help/reports/sessions`)).status).toBe(401)
  })

  describe.each(['app', 'pages'])('with the router of %s/', (shelf) => {
    let reader: BrowserContext
    const newPage = async (consent: 'granted' | 'none' = 'granted'): Promise<Page> => {
      reader = await newReader(chromium, center.url, { consent })
      return reader.newPage()
    }

    test('who accepts and clicks, and goes on to what is suggested, has one session without a load', async () => {
      const before = await totals()
      const page = await newPage('none')
      await page.goto(`/${shelf}`)
      await page.getByRole('button', { name: 'Accept' }).click()
      await page.evaluate(() => void Object.assign(window, { isSame: true }))
      await page.getByRole('link', { name: 'Install' }).click()
      await page.waitForURL('**/articles/install')
      const id = await nextSession(page)
      await page.getByRole('link', { name: 'Idle time' }).click()
      await page.waitForURL('**/articles/idle')
      await page.getByRole('button', { name: 'Yes' }).click()
      const events = await explained(id, 2)
      expect(events.map(({ entry, article, nav, via }) => [entry, article.id, nav, via])).toEqual([
        ['article_click', 'install', 'soft', expect.any(String)],
        ['article_click', 'idle', 'soft', 'suggestion'],
      ])
      expect(await page.evaluate(() => 'isSame' in window)).toBe(true)
      expect(await countedSince(before)).toEqual({ sessions: 1, article_click: 1, direct_link: 0, search_enter: 0 })
      await reader.close()
    })

    test('a direct link is counted once, by an engine that runs before the page is hydrated', async () => {
      const before = await totals()
      const page = await newPage()
      await page.addInitScript(noteBoots)
      await page.goto(`/${shelf}/articles/tabs`)
      counted = await nextSession(page)
      const [opened] = await explained(counted, 1)
      expect(opened).toMatchObject({ entry: 'direct_link', nav: 'load', article: { id: 'tabs' } })
      await page.waitForFunction(() => 'hydratedAt' in window)
      const { bootedAt, hydratedAt } = await page.evaluate(() => {
        const { bootedAt, hydratedAt } = window as unknown as Noted
        return { bootedAt, hydratedAt }
      })
      expect([bootedAt.length, bootedAt[0]! < hydratedAt]).toEqual([1, true])
      expect(await countedSince(before)).toEqual({ sessions: 1, article_click: 0, direct_link: 1, search_enter: 0 })
      await reader.close()
    })

    test('Enter on an option of the search bar is a session', async () => {
      const before = await totals()
      const page = await newPage()
      await page.goto(`/${shelf}`)
      await page.getByRole('combobox').fill('tabs')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/articles/tabs')
      const [searched] = await explained(await nextSession(page), 1)
      expect(searched).toMatchObject({ entry: 'search_enter', nav: 'soft' })
      expect(await countedSince(before)).toEqual({ sessions: 1, article_click: 0, direct_link: 0, search_enter: 1 })
      await reader.close()
    })

    test('a click on an option closes the list', async () => {
      const page = await newPage()
      await page.goto(`/${shelf}`)
      await page.getByRole('combobox').fill('idle')
      await page.getByRole('option').first().click()
      await page.waitForURL('**/articles/idle')
      const [clicked] = await explained(await nextSession(page), 1)
      expect(clicked).toMatchObject({ entry: 'article_click', via: 'search_result' })
      await page.goBack()
      await page.getByRole('combobox').waitFor()
      expect([await page.getByRole('option').count(), await page.getByRole('combobox').inputValue()]).toEqual([0, ''])
      await reader.close()
    })

    test('a click before any script is there loads the article, and is a session by a click', async () => {
      const before = await totals()
      const page = await newPage()
      let letGo = () => {}
      const held = new Promise<void>((resolve) => (letGo = resolve))
      await page.route('**/_next/static/**/*.js', async (route) => {
        await held
        await route.continue().catch(() => {})
      })
      await page.goto(`/${shelf}`, { waitUntil: 'commit' })
      await page.getByRole('link', { name: 'Install' }).click({ noWaitAfter: true })
      await page.waitForURL('**/articles/install', { waitUntil: 'commit' })
      letGo()
      const [opened] = await explained(await nextSession(page), 1)
      expect(opened).toMatchObject({ entry: 'article_click', nav: 'load', via: 'nav', article: { id: 'install' } })
      expect(await countedSince(before)).toEqual({ sessions: 1, article_click: 1, direct_link: 0, search_enter: 0 })
      await reader.close()
    })

    test('who refuses is not tracked: no request, no storage, one cookie', async () => {
      const page = await newPage('none')
      const sent: string[] = []
      reader.on('request', (request) => {
        if (request.url().includes('/api/')) sent.push(request.url())
      })
      await page.goto(`/${shelf}`)
      await page.getByRole('button', { name: 'Refuse' }).click()
      await page.getByRole('link', { name: 'Install' }).click()
      await page.waitForURL('**/articles/install')
      await page.getByRole('link', { name: 'Idle time' }).click()
      await page.waitForURL('**/articles/idle')
      await page.reload()
      const cookies = (await reader.cookies()).map(({ name, value }) => ({ name, value }))
      expect(cookies).toEqual([{ name: 'help_choice', value: 'refused' }])
      const kept = await page.evaluate(() => Object.keys(sessionStorage).concat(Object.keys(localStorage)))
      // Next notes where a page was scrolled to.
      expect(kept.filter((key) => !key.startsWith('__next_'))).toEqual([])
      await page.close({ runBeforeUnload: true })
      expect(sent).toEqual([])
      await reader.close()
    })
  })

  test('the dashboard shows them, and the API route of pages/ answers the same', async () => {
    const { sessions } = await totals()
    expect(sessions).toBeGreaterThan(0)
    const also = (await (await read('also/reports/sessions?site=docs')).json()) as SessionsReport
    expect(also.totals.sessions).toBe(sessions)
    const owner = await chromium.newContext({ baseURL: center.url, extraHTTPHeaders: AUTHORIZED })
    const page = await owner.newPage()
    await page.goto('/help-insights?lang=en')
    await page.locator('a[href*="/help-insights/sessions/"]').first().click()
    await page.waitForURL('**/help-insights/sessions/**')
    await page.goto(`/help-insights/sessions/${counted}?lang=en`)
    await page.locator('.ht-page h1').waitFor()
    expect(await page.locator('.ht-page').innerText()).toContain('tabs')
    await owner.close()
  })

  test('doctor and a second init find all in place, and --undo gives back what was there', () => {
    expect(app.helptally('doctor', '--store', `duckdb:${center.folder}`)).toContain('app/layout.tsx boots it.')
    expect(app.init('--yes')).toContain('Everything is in place.')
    for (const path of Object.keys(inPagesToo)) rmSync(join(app.folder, path))
    app.init('--undo', '--yes')
    // The build itself completes the tsconfig.json.
    for (const path of Object.keys(older.files).filter((each) => each !== 'tsconfig.json'))
      expect([path, app.read(path)]).toEqual([path, older.files[path]])
    expect(app.read('app/api/help/[...path]/route.ts')).toBeNull()
  })
})

interface Noted {
  readonly bootedAt: readonly number[]
  readonly hydratedAt: number
}

/** When an engine comes into the page, and whether another does. */
function noteBoots(): void {
  const bootedAt: number[] = []
  let engine: unknown
  Object.assign(window, { bootedAt })
  Object.defineProperty(globalThis, Symbol.for('helptally'), {
    get: () => engine,
    set(value) {
      engine = value
      bootedAt.push(performance.now())
    },
  })
}
