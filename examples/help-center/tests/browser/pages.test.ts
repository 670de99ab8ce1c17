import type { SessionExplained } from '@helptally/core'
import type { SessionsReport } from '@helptally/server/reports'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import type { MadeApp } from './support/appIn.js'
import { launchChromium, newReader } from './support/chromium.js'
import { freshPagesApp, freshPagesFile } from './support/freshPagesApp.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'
import { nextSession, opens } from './support/session.js'
import { until } from './support/until.js'

const SETUP_WITHIN_MS = 400_000
const ROUTE = 'pages/api/help/[...path].ts'
/** In production reading is closed, and init opens it to nobody. */
const TOKEN = 'for-this-test'

describe.each(['--turbopack', '--webpack'])(
  'a site with pages/ alone, after helptally init, built with %s',
  (bundler) => {
    let app: MadeApp
    let said: string
    let center: HelpCenter
    let chromium: Browser

    beforeAll(async () => {
      app = freshPagesApp()
      said = app.init('--yes', '--site', 'docs')
      app.build(bundler)
      process.env.HELPTALLY_TOKEN = TOKEN
      ;[center, chromium] = await Promise.all([openHelpCenter({ folder: app.folder }), launchChromium()])
    }, SETUP_WITHIN_MS)
    afterAll(async () => {
      await Promise.all([center?.close(), chromium?.close()])
      delete process.env.HELPTALLY_TOKEN
      app?.remove()
    })

    const read = (path: string) =>
      fetch(`${center.url}/api/help/${path}`, { headers: { authorization: `Bearer ${TOKEN}` } })
    const totals = async () => ((await (await read('reports/sessions?site=docs')).json()) as SessionsReport).totals
    const explained = async (id: string, openings: number) => {
      const ask = async () => {
        const answer = await read(`sessions/${id}`)
        return answer.ok ? ((await answer.json()) as SessionExplained) : null
      }
      const eventsOf = (session: SessionExplained) => opens(session.steps.map(({ event }) => event))
      return eventsOf((await until(ask, (session) => session !== null && eventsOf(session).length === openings))!)
    }
    const newPage = async (consent: 'granted' | 'none' = 'granted') =>
      (await newReader(chromium, center.url, { consent })).newPage()
    const note = (page: Page) => page.getByRole('note').textContent()
    /** Is lost where a document is. */
    const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { isSame: true }))
    const isSame = (page: Page) => page.evaluate(() => 'isSame' in window)

    test('it is ready, closed to others, and its own 404 page is still its own', async () => {
      expect(said).toContain('articles: /docs/:slug (pages/docs/[slug].tsx: "docs" is what help is called)')
      const health = await center.get('health')
      expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ ready: true })])
      expect((await center.get('reports/sessions')).status).toBe(401)
      const missing = await fetch(`${center.url}/nothing`)
      expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('Our own page says')])
    })

    test('a reader accepts and clicks, goes on to what is suggested, votes, and it is one session without a load', async () => {
      const before = await totals()
      const page = await newPage('none')
      await page.goto('/')
      await page.getByRole('button', { name: 'Accept' }).click()
      await mark(page)
      await page.getByRole('link', { name: 'Install' }).click()
      await page.waitForURL('**/docs/install')
      const id = await nextSession(page)
      await until(
        () => note(page),
        (text) => text === 'granted, article_click',
      )
      await page.getByRole('link', { name: 'Idle time' }).click()
      await page.waitForURL('**/docs/idle')
      await page.getByRole('button', { name: 'Yes' }).click()
      await page.goBack()
      await page.waitForURL('**/docs/install')
      expect(await isSame(page)).toBe(true)
      const events = await explained(id, 3)
      expect(events.map(({ article, nav, via }) => [article?.id, nav, via])).toEqual([
        ['install', 'soft', 'home'],
        ['idle', 'soft', 'suggestion'],
        ['install', 'history', expect.any(String)],
      ])
      const after = await totals()
      expect(after.sessions - before.sessions).toBe(1)
      await page.context().close()
    })

    test('Enter on an option of the search bar, and an address in another language, are a session each', async () => {
      const before = await totals()
      const page = await newPage()
      await page.goto('/')
      await mark(page)
      await page.getByRole('combobox').fill('tabs')
      await page.getByRole('option').first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/docs/tabs')
      const [searched] = await explained(await nextSession(page), 1)
      expect(searched).toMatchObject({ entry: 'search_enter', article: { id: 'tabs' } })
      expect(await isSame(page)).toBe(true)

      const other = await page.context().newPage()
      await other.goto('/es/docs/idle')
      const [direct] = await explained(await nextSession(other), 1)
      expect(direct).toMatchObject({ entry: 'direct_link', article: { id: 'idle', lang: 'es' } })
      const after = await totals()
      expect([after.search_enter - before.search_enter, after.direct_link - before.direct_link]).toEqual([1, 1])
      await page.context().close()
    })

    test('who refuses is not tracked: no request, no storage, one cookie', async () => {
      const page = await newPage('none')
      const sent: string[] = []
      page.context().on('request', (request) => {
        if (request.url().includes('/api/help/')) sent.push(request.url())
      })
      await page.goto('/')
      await page.getByRole('button', { name: 'Refuse' }).click()
      await page.getByRole('link', { name: 'Install' }).click()
      await page.waitForURL('**/docs/install')
      expect(await note(page)).toBe('refused, not counted')
      await page.getByRole('link', { name: 'Idle time' }).click()
      await page.waitForURL('**/docs/idle')
      await page.reload()
      const cookies = await page.context().cookies()
      expect(cookies.map(({ name, value }) => ({ name, value }))).toEqual([{ name: 'help_choice', value: 'refused' }])
      const kept = await page.evaluate(() => Object.keys(sessionStorage).concat(Object.keys(localStorage)))
      // Next notes where a page was scrolled to.
      expect(kept.filter((key) => !key.startsWith('__next_'))).toEqual([])
      await page.close({ runBeforeUnload: true })
      expect(sent).toEqual([])
      await page.context().close()
    })

    test('init again changes nothing, and --undo gives back what was there', () => {
      expect(app.init('--yes')).toContain('Everything is in place.')
      app.init('--undo', '--yes')
      expect(app.read('next.config.ts')).toBe(freshPagesFile('next.config.ts'))
      expect(app.read(ROUTE)).toBeNull()
    })
  },
)
