import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium, newReader } from '../support/chromium.js'
import { countFromNow } from '../support/counted.js'
import { loads } from '../support/engineOn.js'
import { type HelpCenter, openHelpCenter } from '../support/helpCenter.js'
import { cannotInstall } from '../support/npm.js'
import type { PackedApp } from '../support/packedApp.js'
import { currentSession, explained, nextSession, opens } from '../support/session.js'

/**
 * A help site that we did not write: nothing in it knows of us but its configuration, our two routes, and the banner in its
 * layout. Below `/docs` it has the articles `sending` and `customs`, of which the first names the second.
 */
export interface OtherSite {
  readonly name: string
  /** Made from the registry. */
  make(): PackedApp
  /** After `helptally init`: what its developer does then, up to the build. */
  finish(app: PackedApp): void
  /** Opens the search, if it has to be opened, and enters its field. */
  enterSearch(page: Page): Promise<void>
  /** A result of the search. */
  readonly result: string
  /** How often arrow down is pressed until the second result is chosen. */
  readonly downs: number
}

/** Asked for, to see whether the registry answers at all. */
const NEXT = '16.4.5'
const SETUP_WITHIN_MS = 1_200_000
const TOKEN = 'for-this-test'
/** Stands in the chunk that knows search fields, and in nothing else. */
const IN_CODE_FOR_FIELDS = 'pesquis'
const SIDEBAR = 'aside a[href="/docs/customs"]:visible'
const IN_TEXT = 'article p a[href="/docs/customs"]'
/** "Previous" and "next". */
const AT_FOOT = 'article a[href="/docs/sending"]'

export function readersOf(site: OtherSite): void {
  const describeOrSkip = cannotInstall('next', NEXT) ? describe.skip : describe
  describeOrSkip(site.name, () => {
    let app: PackedApp
    let center: HelpCenter
    let chromium: Browser
    let reader: BrowserContext
    let page: Page
    let counted: Awaited<ReturnType<typeof countFromNow>>

    beforeAll(async () => {
      app = site.make()
      app.init('--yes', '--site', 'docs')
      site.finish(app)
      const options = { folder: app.folder, token: TOKEN }
      ;[center, chromium] = await Promise.all([openHelpCenter(options), launchChromium()])
    }, SETUP_WITHIN_MS)
    beforeEach(async () => {
      counted = await countFromNow(center)
      await come('granted')
    })
    afterEach(() => reader?.close())
    afterAll(async () => {
      await Promise.all([center?.close(), chromium?.close()])
      app?.remove()
    })

    const come = async (consent: 'granted' | 'none') => {
      await reader?.close()
      reader = await newReader(chromium, center.url, { consent })
      page = await reader.newPage()
      await page.setViewportSize({ width: 1400, height: 900 })
    }
    /** Types once our code is there, for which readers take long enough. */
    const search = async (words: string) => {
      const known = loads(page, IN_CODE_FOR_FIELDS)
      await site.enterSearch(page)
      await page.keyboard.press('End')
      await known
      await page.keyboard.type(words, { delay: 60 })
      await page.locator(site.result).nth(1).waitFor()
    }
    const openings = async (count: number) => {
      const { steps } = await explained(center, await nextSession(page), (events) => opens(events).length === count)
      return opens(steps.map(({ event }) => event))
    }
    const isArticle = () => page.waitForURL(/\/docs\/(sending|customs)/)

    test('an article by its address is one session, direct_link', async () => {
      await page.goto('/docs/sending')
      expect(await openings(1)).toMatchObject([{ entry: 'direct_link', via: 'external', article: { id: 'sending' } }])
      await counted.toBe({ sessions: 1, direct_link: 1 })
    })

    test('the sidebar, a link in the text and one at the foot are clicks of one session, each from where it stood', async () => {
      await page.goto('/docs')
      await page.locator(SIDEBAR).first().click()
      await page.waitForURL('**/customs')
      await nextSession(page)
      await page.locator(AT_FOOT).last().click()
      await page.waitForURL('**/sending')
      await page.locator(IN_TEXT).click()
      await page.waitForURL('**/customs')
      expect(await openings(3)).toMatchObject([
        { entry: 'article_click', via: 'nav' },
        { entry: 'article_click', via: 'in_article' },
        { entry: 'article_click', via: 'in_article' },
      ])
      await counted.toBe({ sessions: 1, article_click: 1 })
    })

    test('arrow keys and Enter in the search are one session, search_enter, of the search that was typed', async () => {
      await page.goto('/docs')
      await search('parcel')
      for (let time = 0; time < site.downs; time++) await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await isArticle()
      expect(await openings(1)).toMatchObject([
        { entry: 'search_enter', via: 'search_result', queryId: expect.any(String) },
      ])
      await counted.toBe({ sessions: 1, search_enter: 1 })
    })

    test('a click on a result of the search is one session, article_click via search_result', async () => {
      await page.goto('/docs')
      await search('parcel')
      await page.locator(site.result).nth(1).click()
      await isArticle()
      expect(await openings(1)).toMatchObject([
        { entry: 'article_click', via: 'search_result', queryId: expect.any(String) },
      ])
      await counted.toBe({ sessions: 1, article_click: 1 })
    })

    test('who searches and leaves is no session and one orphan search, with what was typed', async () => {
      await page.goto('/')
      await search('parcel')
      expect(await currentSession(page)).toBeNull()
      await page.close({ runBeforeUnload: true })
      await counted.toBe({ orphan_searches: 1 })
    })

    test('who searches and then takes the sidebar has clicked', async () => {
      await page.goto('/docs')
      await search('parcel')
      await page.keyboard.press('Escape')
      await page.locator(SIDEBAR).first().click()
      await page.waitForURL('**/customs')
      expect(await openings(1)).toMatchObject([{ entry: 'article_click', via: 'nav' }])
      await counted.toBe({ sessions: 1, article_click: 1, orphan_searches: 1 })
    })

    test('the banner asks, and who refuses is not tracked', async () => {
      await come('none')
      const sent: string[] = []
      page.on('request', (request) => {
        if (request.url().includes('/api/help/')) sent.push(request.url())
      })
      await page.goto('/docs/sending')
      await page.getByRole('button', { name: 'Refuse' }).click()
      await page.locator(IN_TEXT).click()
      await page.waitForURL('**/customs')
      const cookies = await reader.cookies()
      expect(cookies.map(({ name, value }) => [name, value])).toEqual([['help_choice', 'refused']])
      expect(sent).toEqual([])

      await come('none')
      await page.goto('/docs/sending')
      await page.getByRole('button', { name: 'Accept' }).click()
      await nextSession(page)
      await counted.toBe({ sessions: 1, direct_link: 1 })
    })
  })
}
