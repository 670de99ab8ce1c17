import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Address, type DeflectionProps, type PageView, RANGES } from '@helptally/dashboard'
import { openStore, type Store, seedStore } from '@helptally/server'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { sessionsBehind } from '../../src/dashboard/behind.js'
import { insightsHrefs, pageAt } from '../../src/dashboard/hrefs.js'
import { pages } from '../../src/dashboard/pages.js'
import { periodOf } from '../../src/dashboard/periodOf.js'
import { type Reading, readingOf } from '../../src/dashboard/reading.js'

const NOW = Date.parse('2026-11-26T12:00:00Z')

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deflection-'))
  store = openStore(`duckdb:${folder}`)
  await seedStore(store, { site: 'docs', days: 7, now: NOW, articles: ['install', 'idle', 'tabs'] })
}, 60_000)
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

function readingFor(address: Address): Reading {
  const slice = periodOf({ days: String(RANGES[0]), ...address }, 'UTC', NOW)
  const about = { site: 'docs', home: 'docs', page: 'deflection', address } as const
  const hrefs = insightsHrefs({ ...about, path: '/help-insights', base: '/api/help', slice: { site: 'docs' } })
  const of = {
    locale: 'en',
    timeZone: 'UTC',
    now: NOW,
    period: slice.period,
    hrefs,
    sites: ['docs'],
    done: null,
  } as const
  const view: PageView = { ...about, ...of, mayEdit: false, isAdmin: false }
  return readingOf(view, slice, store, { reader: { sites: null } })
}

const propsOf = async (address: Address = {}) => (await pages.deflection(readingFor(address))).props as DeflectionProps

/** Of every link to the sessions behind a number: what it asks for, and the number. */
const linksIn = (html: string) =>
  [...html.matchAll(/href="[^"]*\/sessions\?([^"]*behind=deflection[^"]*)"[^>]*>(.*?)<\/a>/g)].map(
    ([, query, shown]) => ({
      ...(Object.fromEntries(new URLSearchParams(query!.replaceAll('&amp;', '&'))) as Address),
      shown: shown!.replace(/<[^>]*>/g, ''),
    }),
  )

test('the page has the report of the period and of the one before, and tells how to send tickets', async () => {
  const { report, before } = await propsOf()
  expect(report.rows.length).toBeGreaterThan(1)
  expect(report.tickets).toBeNull()
  expect(before?.totals.sessions).toBe(0)
  expect((await propsOf({ compare: 'none' })).before).toBeNull()
  expect(renderToStaticMarkup(await pages.deflection(readingFor({})))).toContain('data-empty="tickets"')
})

test('behind each number of a form are as many sessions as it says', async () => {
  const { report } = await propsOf()
  const links = linksIn(renderToStaticMarkup(await pages.deflection(readingFor({}))))
  const numbers = report.rows.flatMap(({ sessions, opened, submitted, deflected: { rate, n } }) =>
    [sessions, opened, submitted, Math.round((rate ?? 0) * n)].filter((number) => number > 0),
  )
  const found = await Promise.all(links.map((address) => sessionsBehind(readingFor(address))))
  expect(found.map((behind) => behind!.rows.length)).toEqual(numbers.map((number) => Math.min(100, number)))
  const shown = links.filter(({ behind }) => behind === 'deflection.rows').map((link) => link.shown)
  expect(shown).toEqual(report.rows.map(({ sessions }) => sessions.toLocaleString('en-GB')))
})

test('behind what tickets tell are the sessions that they tell it of', async () => {
  const [one] = await store.query<{ visitor: string; at: number }>(
    "select s.visitor_id::varchar as visitor, s.last_at as at from sessions s where s.site = 'docs' order by s.started_at limit 1",
  )
  const ticket = { ticket: 'T-1', at: one!.at + 60_000, visitor: one!.visitor, ref: '', channel: '' }
  await store.keepTickets({ site: 'docs', receivedAt: NOW, tickets: [ticket] })
  const { tickets } = (await propsOf()).report
  const links = linksIn(renderToStaticMarkup(await pages.deflection(readingFor({})))).filter((link) => !link.row)
  expect(links.map(({ behind }) => behind)).toEqual(['confirmed', 'potential', 'none'].map((of) => `deflection.${of}`))
  for (const link of links) {
    const { rate, n } = tickets![link.behind!.split('.')[1] as 'confirmed' | 'potential' | 'none']
    const behind = await sessionsBehind(readingFor(link))
    expect(behind!.rows).toHaveLength(Math.min(100, Math.round(rate! * n)))
  }
  const none = await sessionsBehind(readingFor({ behind: 'deflection.none' }))
  expect(none!.rows.map((row) => 'visitor_id' in row && row.visitor_id)).toContain(one!.visitor)
})

test('it lives at /deflection', () => {
  expect(pageAt(['deflection'])).toBe('deflection')
})
