import type { LedgerCounts, LedgerReport } from '@helptally/server/reports'
import { createElement } from 'react'
import { type DashboardLocale, type LookedUp, Quality, type QualityProps } from '../src/index.js'
import { HOSTILE } from './liveReports.js'
import { render } from './page.js'
import { pageView } from './reports.js'

const DAY_MS = 86_400_000

export const NO_EVENTS: LedgerCounts = {
  received: 0,
  accepted: 0,
  duplicate: 0,
  late: 0,
  bot: 0,
  test: 0,
  consent_missing: 0,
  invalid: 0,
  over_limit: 0,
  dropped: 0,
  refused: 0,
}

/** Two days; every count of the totals is another. */
const SOME_DAYS: readonly Partial<LedgerCounts>[] = [
  { received: 1000, accepted: 900, duplicate: 40, late: 8, bot: 20, test: 16, consent_missing: 2, invalid: 14 },
  { received: 500, accepted: 471, duplicate: 21, over_limit: 8, dropped: 3, refused: 5 },
]

export function ledgerReport(
  days: readonly Partial<LedgerCounts>[] = SOME_DAYS,
  changes: Partial<LedgerReport> = {},
): LedgerReport {
  const page = pageView('quality')
  const to = Date.parse(page.period.to)
  const rows = days.map((day, i) => ({
    ...NO_EVENTS,
    ...day,
    start: new Date(to - (days.length - i) * DAY_MS).toISOString(),
  }))
  const keys = Object.keys(NO_EVENTS) as (keyof LedgerCounts)[]
  const sums = keys.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0)])
  return {
    definition: { id: 'ledger', version: 1, text: 'What the server says became of events.', metrics: {} },
    site: 'ayuda',
    from: new Date(to - days.length * DAY_MS).toISOString(),
    to: page.period.to,
    tz: 'UTC',
    synthetic: false,
    interval: 'day',
    rows,
    totals: Object.fromEntries(sums) as LedgerCounts,
    reasons: [],
    ...changes,
  }
}

export const reasons: LedgerReport['reasons'] = [
  { outcome: 'invalid', reason: 'query: expected at most 200 characters, got 512', events: 12 },
  { outcome: 'late', reason: 'ts: expected at most 7 days before sentAt, got 9', events: 8 },
  { outcome: 'consent_missing', reason: '', events: 2 },
]

export const ID = '019ab000-0000-7000-8000-0000000000e1'

/** It came twice: taken in, then known. */
export const known: LookedUp = {
  is: 'known',
  entry: {
    id: ID,
    arrivals: [
      {
        outcome: 'accepted',
        reason: '',
        site: 'ayuda',
        received_at: '2026-11-22T10:00:02.000Z',
        event: {
          name: 'help.article.open',
          session_id: '019ab000-0000-7000-8000-000000000001',
          ts: '2026-11-22T09:58:00.000Z',
          at: '2026-11-22T10:00:00.000Z',
          corrected_by_ms: 120_000,
        },
      },
      { outcome: 'duplicate', reason: '', site: 'ayuda', received_at: '2026-11-22T10:00:09.000Z', event: null },
    ],
  },
}

export function quality(props: Partial<QualityProps> = {}): string {
  const standard = { page: pageView('quality'), report: ledgerReport(), before: null, lookedUp: null }
  return render(createElement(Quality, { ...standard, ...props }))
}

/** The page full, empty, and with strings that somebody made up. */
export function everyQuality(locale: DashboardLocale): Record<string, string> {
  const page = pageView('quality', { locale, address: { of: ID, device: 'phone' } })
  const about = (of: string) => pageView('quality', { locale, address: { of } })
  const empty = ledgerReport([{}, {}])
  const wrong = ledgerReport([{ received: 9, accepted: 8 }])
  const weeks = ledgerReport(undefined, { interval: 'week' })
  const hostile = { outcome: 'invalid', reason: HOSTILE, events: 1 } as const
  const arrival = {
    outcome: 'invalid',
    reason: HOSTILE,
    site: HOSTILE,
    received_at: '2026-11-22T10:00:02Z',
    event: null,
  }
  return {
    quality: quality({
      page,
      report: ledgerReport(undefined, { reasons, synthetic: true }),
      before: ledgerReport([{ received: 100, accepted: 99, invalid: 1 }]),
      lookedUp: known,
    }),
    qualityEmpty: quality({ page: about(ID), report: empty, before: empty, lookedUp: { is: 'unknown' } }),
    qualityWrong: quality({ page: about('abc'), report: wrong, lookedUp: { is: 'bad_id' } }),
    qualityWeeks: quality({ page: about(''), report: weeks }),
    qualityHostile: quality({
      page: about(HOSTILE),
      report: ledgerReport(undefined, { reasons: [hostile] }),
      lookedUp: { is: 'known', entry: { id: HOSTILE, arrivals: [{ ...arrival, outcome: 'invalid' }] } },
    }),
  }
}
