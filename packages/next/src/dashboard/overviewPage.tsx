import { Message, Overview, RANGES, type RangeDays } from '@helptally/dashboard'
import { parseReportQuery, type ReportName, type Reports, readReport } from '@helptally/server'
import type { ReactElement } from 'react'
import type { InsightsView } from './insightsView.js'

const DEFAULT_DAYS: RangeDays = 30
const DAY_MS = 24 * 60 * 60 * 1000

export async function overviewPage(view: InsightsView, askedDays: string | undefined): Promise<ReactElement> {
  const { locale, hrefs, now, timeZone } = view
  const days = RANGES.find((range) => String(range) === askedDays) ?? DEFAULT_DAYS
  const today = dateIn(timeZone, now)
  const period = { from: daysAfter(today, 1 - days), to: daysAfter(today, 1) }
  // As much of the period before as has passed of this one, so that a young day does not look like a fall.
  const before = { from: daysAfter(today, 1 - 2 * days), to: new Date(now - days * DAY_MS).toISOString() }

  const [sessions, previous, live, vitals] = await Promise.all([
    read(view, 'sessions', period),
    read(view, 'sessions', before),
    read(view, 'live', period),
    read(view, 'vitals', period),
  ])
  if (sessions.totals.sessions + sessions.totals.orphan_searches + previous.totals.sessions === 0) {
    return <Message locale={locale} kind="empty" hrefs={hrefs} />
  }
  return (
    <Overview
      locale={locale}
      sessions={sessions}
      previous={previous}
      live={live}
      vitals={vitals}
      period={{ days, now }}
      hrefs={hrefs}
    />
  )
}

async function read<Name extends ReportName>(
  { site, timeZone, now, store }: InsightsView,
  name: Name,
  period: { readonly from: string; readonly to: string },
): Promise<Reports[Name]> {
  const query = parseReportQuery({ site, tz: timeZone, interval: 'day', ...period }, now)
  if (!query.ok) throw new Error(`[helptally] ${query.reason}`)
  return readReport(store(), name, query.query, now)
}

/** The ISO date of an instant in a time zone. */
function dateIn(timeZone: string, at: number): string {
  // Swedish writes dates as ISO does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
}

function daysAfter(isoDate: string, days: number): string {
  return new Date(Date.parse(isoDate) + days * DAY_MS).toISOString().slice(0, 10)
}
