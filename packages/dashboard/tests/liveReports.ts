import type { LiveReport, LiveSearch, NotFoundPage } from '@helptally/server/reports'
import { createElement } from 'react'
import { type DashboardLocale, Live } from '../src/index.js'
import { render } from './page.js'
import { liveReport, pageView, sessionRow } from './reports.js'

export const HOSTILE = `"><script>alert('x')</script>\u202e${'🦜'.repeat(100)}`

const open = { ended_at: null, end_reason: null } as const

export const search = (changes: Partial<LiveSearch> = {}): LiveSearch => ({
  at: '2026-11-22T11:58:00.000Z',
  query: 'cambiar factura',
  results: 7,
  ...changes,
})

export const missed = (changes: Partial<NotFoundPage> = {}): NotFoundPage => ({
  page: '/es/articulos/viejo',
  at: '2026-11-21T18:30:00.000Z',
  referrer: 'foro.example',
  times: 4,
  ...changes,
})

/** A busy moment: two sessions open, two ended. */
export function busyReport(changes: Partial<LiveReport> = {}): LiveReport {
  const rows = [open, open, {}, {}].map((changes, i) =>
    sessionRow({ id: `019ab000-0000-7000-8000-00000000010${i}`, article: `articulo-${i}`, ...changes }),
  )
  return {
    ...liveReport(rows),
    per_minute: [3, 0, 12, 5, 1],
    searches: [search(), search({ query: 'baja', results: null })],
    searches_withheld: 2,
    not_found: [missed(), missed({ page: '/es/otra', referrer: '', times: 1 })],
    ...changes,
  }
}

export function live(report: LiveReport = busyReport(), locale: DashboardLocale = 'en'): string {
  return render(createElement(Live, { page: pageView('live', { locale }), report }))
}

/** The page full, empty, and with strings that somebody made up. */
export function everyLive(locale: DashboardLocale): Record<string, string> {
  const rows = [sessionRow({ article: HOSTILE }), sessionRow({ article: HOSTILE, ...open })]
  const hostile = {
    ...busyReport(),
    rows,
    searches: [search({ query: HOSTILE })],
    not_found: [missed({ page: HOSTILE, referrer: HOSTILE })],
  }
  return {
    live: live(busyReport({ synthetic: true }), locale),
    liveQuiet: live(liveReport(), locale),
    liveHostile: live(hostile, locale),
  }
}
