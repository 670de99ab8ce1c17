import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DashboardLocale, PAGES, type PageId, type PageView } from '@helptally/dashboard'
import { openStore, type Store, seedStore } from '@helptally/server'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { insightsHrefs } from '../../src/dashboard/hrefs.js'
import { pages } from '../../src/dashboard/pages.js'
import { periodOf } from '../../src/dashboard/periodOf.js'
import { readingOf } from '../../src/dashboard/reading.js'

const NOW = Date.parse('2026-11-26T12:00:00Z')

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'formulas-'))
  store = openStore(`duckdb:${folder}`)
  await seedStore(store, { site: 'docs', days: 3, now: NOW, articles: ['install', 'idle', 'tabs'] })
  const ticket = { ticket: 'T-1', at: NOW - 60_000, visitor: '', ref: 'someone', channel: '' }
  await store.keepTickets({ site: 'docs', receivedAt: NOW, tickets: [ticket] })
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

async function htmlOf(page: PageId, locale: DashboardLocale): Promise<string> {
  const address = { days: '7', ...(page === 'article' && { of: 'install' }) }
  const slice = periodOf(address, 'UTC', NOW)
  const about = { site: 'docs', home: 'docs', page, address } as const
  const hrefs = insightsHrefs({ ...about, path: '/help-insights', base: '/api/help', slice: { site: 'docs' } })
  const of = { locale, timeZone: 'UTC', now: NOW, period: slice.period, hrefs, sites: ['docs'], done: null }
  const view: PageView = { ...about, ...of, mayEdit: false, isAdmin: false }
  const reading = readingOf(view, slice, store, { reader: { sites: null } })
  return renderToStaticMarkup(await pages[page](reading))
}

/** All but the page that follows what goes on, which only stands in a router. */
const STILL = PAGES.filter((page) => page !== 'live')

/** Of each figure of a page, its key and the formula that it is told by. */
async function formulasOf(locale: DashboardLocale): Promise<readonly (readonly [string, string | undefined])[]> {
  const html = await Promise.all(STILL.map((page) => htmlOf(page, locale)))
  return html.flatMap((all, nth) =>
    all
      .split('data-total="')
      .slice(1)
      .map((card) => {
        const answer = card.split('class="ht-answer"')[1]?.split('</small>')[0]
        return [`${STILL[nth]}.${card.split('"')[0]}`, answer?.match(/<code.*?<\/code>/s)?.[0]] as const
      }),
  )
}

test.each(['en', 'es'] as const)('every figure tells how it is reckoned, in %s', async (locale) => {
  const formulas = await formulasOf(locale)
  const notTold = formulas.filter(([, formula]) => !formula || formula.includes('lang='))
  expect(formulas.length).toBeGreaterThan(40)
  expect(notTold).toEqual([])
})

test('a figure that is a quotient of two numbers of its report is told as one', async () => {
  const formulas = new Map(await formulasOf('en'))
  expect(formulas.get('channels.turns')).toBe(
    '<code>(messages of users inside these sessions) / (sessions of all channels − help)</code>',
  )
})
