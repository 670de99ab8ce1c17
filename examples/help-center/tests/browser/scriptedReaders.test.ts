import type { ArticleRow, ReportName, Reports } from '@helptally/server/reports'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium, newReader } from './support/chromium.js'
import { engineOn } from './support/engineOn.js'
import { type HelpCenter, openHelpCenter } from './support/helpCenter.js'
import { scrolledTo } from './support/scrolledTo.js'
import { nextSession } from './support/session.js'
import { until } from './support/until.js'

const FOUND = 'consent'
const NOWHERE = 'zzzzqq'
const REST_MS = 1_500
const WHOLE_PAGE_PX = 50_000

let center: HelpCenter
let chromium: Browser

/** A page of this reader whose clock the test can move on. */
async function pageOf(reader: BrowserContext): Promise<Page> {
  const page = await reader.newPage()
  await page.clock.install()
  const engine = engineOn(page)
  await page.goto('/en')
  await page.clock.runFor(3_000)
  await engine
  return page
}

/** Until the answer is shown: before, there is nothing to be counted. */
async function searchFor(page: Page, words: string, answer: 'results' | 'none'): Promise<void> {
  await page.getByRole('combobox').pressSequentially(words)
  await page.locator(`[role=search][data-state=${answer}]`).waitFor()
  await page.clock.runFor(REST_MS)
}

/** Searches, and opens the first option by Enter. */
async function openFirst(page: Page): Promise<void> {
  await searchFor(page, FOUND, 'results')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/articles/**')
  await nextSession(page)
  await scrolledTo(page, 'top')
}

/** For a minute, to the end, by the wheel: what a key does depends on where the focus is. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.locator('main h1').hover()
  for (const far of [600, 600, WHOLE_PAGE_PX]) {
    await page.clock.runFor(20_000)
    await page.mouse.wheel(0, far)
  }
  await scrolledTo(page, 'end')
  await page.clock.runFor(5_000)
}

const leave = (page: Page) => page.close({ runBeforeUnload: true })

interface Deed {
  readonly of: (page: Page) => Promise<void>
  /** How many interactions it is, with the search and the opening before it. */
  readonly interactions: number
}

/** What each of three readers does with the article that all have found by the same search. */
const deeds: readonly Deed[] = [
  {
    interactions: 3,
    of: async (page) => {
      await readToTheEnd(page)
      await page.getByRole('button', { name: 'Yes', exact: true }).click()
    },
  },
  { interactions: 2, of: (page) => page.clock.runFor(1_000) },
  {
    interactions: 3,
    of: async (page) => {
      await readToTheEnd(page)
      const contact = page.locator('[data-help-contact]').first()
      await contact.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()))
      await contact.click()
    },
  },
]

const arrived = (interactions: number, orphans: number) =>
  until(
    async () => [(await center.report('outcomes')).totals.interactions, (await center.sessions()).orphan_searches],
    ([seen, alone]) => seen === interactions && alone === orphans,
  )

beforeAll(async () => {
  ;[center, chromium] = await Promise.all([openHelpCenter(), launchChromium()])
  let interactions = 0
  for (const [nth, deed] of deeds.entries()) {
    const reader = await newReader(chromium, center.url)
    const inVain = await pageOf(reader)
    await searchFor(inVain, NOWHERE, 'none')
    await leave(inVain)
    await arrived(interactions, nth + 1)
    const page = await pageOf(reader)
    await openFirst(page)
    await deed.of(page)
    await leave(page)
    interactions += deed.interactions
    await arrived(interactions, nth + 1)
    await reader.close()
  }
}, 180_000)
afterAll(() => Promise.all([center?.close(), chromium?.close()]))

const of = (rate: number, n: number) => ({ rate: expect.closeTo(rate, 9), n })

test.each<[ReportName, unknown]>([
  ['sessions', { totals: { sessions: 3, search_enter: 3, article_click: 0, direct_link: 0, orphan_searches: 3 } }],
  [
    'searches',
    {
      rows: [
        {
          query: FOUND,
          tabs: 3,
          searches: 3,
          known: 3,
          zero: 0,
          ctr: of(1, 3),
          clicks: 3,
          clicks_by_enter: 3,
          clicks_by_click: 0,
          clicks_at: [3],
          mrr: of(1, 3),
          no_click: of(0, 3),
          refined: of(0, 3),
          success: of(1 / 3, 3),
        },
        {
          query: NOWHERE,
          tabs: 3,
          searches: 3,
          known: 3,
          zero: 3,
          clicks: 0,
          zero_result: of(1, 3),
          success: of(0, 3),
        },
      ],
      totals: {
        searches: 6,
        sessions_with_search: of(1, 3),
        orphan_searches: 3,
        withheld: { queries: 0, searches: 0 },
      },
    },
  ],
  [
    'gaps',
    {
      rows: [{ query: NOWHERE, score: 3, zero_result: 3, contact_after: 0, no_click: 0, tabs: 3, failed: of(1, 3) }],
      // One reader asked for help and one left at once: too few to be shown.
      totals: { gaps: 1, withheld: { queries: 1, searches: 2 } },
    },
  ],
  [
    'articles',
    {
      rows: [
        {
          opens: 3,
          session_views: 3,
          read: of(2 / 3, 3),
          quick_exit: of(1 / 3, 3),
          last_article: of(1, 3),
          search_again: of(0, 3),
          contact_after: of(1 / 3, 3),
          helpfulness: { ...of(1, 1), low: expect.closeTo(0.2065, 4) },
          votes: of(1 / 3, 3),
          failed: of(2 / 3, 3),
        },
      ],
      totals: { articles: 1, opens: 3 },
    },
  ],
  [
    'outcomes',
    {
      totals: {
        sessions: 3,
        found: 2,
        failed: 1,
        contacted: 0,
        contact_starts: 1,
        helpfulness: of(1, 1),
        one_article: 3,
        two_articles: 0,
        interactions: 3 + 3 + 1 + 1,
      },
    },
  ],
  ['suggestions', { totals: { ctr: of(0, 2), clicks: 0, clicks_unseen: 0 } }],
  ['ledger', { totals: { invalid: 0, late: 0, consent_missing: 0, over_limit: 0 } }],
])('the report %s says what three readers did, number by number', async (name, expected) => {
  expect(await center.report(name)).toMatchObject(expected as Reports[typeof name])
})

test('the flow says which way they went', async () => {
  const { rows, totals } = await center.report('flow')
  const [{ article }] = (await center.report('articles')).rows as readonly [ArticleRow]
  const edges = rows.map(({ from, to, via, times, share }) => [from, to, via, times, share.n])
  expect(edges.toSorted()).toEqual([
    [`article:${article}`, 'contact', '', 1, 3],
    [`article:${article}`, 'end', '', 2, 3],
    ['entry:search_enter', `article:${article}`, 'search_result', 3, 3],
  ])
  expect(totals).toEqual({ sessions: 3, articles: 1 })
})

test('one article says how it was come to, read and left', async () => {
  const [{ article }] = (await center.report('articles')).rows as readonly [ArticleRow]
  const report = await center.report('article', { article })
  expect(report.rows).toHaveLength(1)
  expect(report.totals).toMatchObject({ opens: 3, read: of(2 / 3, 3), failed: of(2 / 3, 3) })
  expect(report.arrivals).toEqual([
    { entry: 'search_enter', via: 'search_result', query: FOUND, opens: 3, withheld: 0 },
  ])
  expect(report.departures).toEqual([
    { next: 'end', article: '', opens: 2 },
    { next: 'contact', article: '', opens: 1 },
  ])
  expect(report.reading.at(-1)).toEqual({ scroll: 100, openings: of(2 / 3, 3) })
})
