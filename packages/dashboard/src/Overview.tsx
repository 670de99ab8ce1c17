import type { LiveReport, SessionsReport, VitalsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { Hrefs } from './hrefs.js'
import type { DashboardLocale } from './locale.js'
import { LatestSessions } from './overview/LatestSessions.js'
import { OverviewHeader } from './overview/OverviewHeader.js'
import { SessionsPerDay } from './overview/SessionsPerDay.js'
import { Totals } from './overview/Totals.js'
import { VitalsByArticle } from './overview/VitalsByArticle.js'
import { Frame } from './parts/Frame.js'
import type { PeriodView } from './period.js'
import { viewOf } from './view.js'

export interface OverviewProps {
  readonly locale: DashboardLocale
  /** With `interval: 'day'`. */
  readonly sessions: SessionsReport
  /** The same report over the period before, of equal length. */
  readonly previous: SessionsReport
  readonly live: LiveReport
  readonly vitals: VitalsReport
  readonly period: PeriodView
  readonly hrefs: Hrefs
}

/** The page that opens first: how many sessions, since when, by which entry, and which ones. */
export function Overview({ locale, sessions, previous, live, vitals, period, hrefs }: OverviewProps): ReactElement {
  const view = viewOf(locale, sessions.tz, hrefs)
  const isSynthetic = sessions.synthetic || live.synthetic || vitals.synthetic
  return (
    <Frame locale={locale}>
      <OverviewHeader sessions={sessions} previous={previous} period={period} isSynthetic={isSynthetic} view={view} />
      <Totals sessions={sessions} previous={previous} live={live} view={view} />
      <SessionsPerDay report={sessions} period={period} view={view} />
      <LatestSessions report={live} period={period} view={view} />
      <VitalsByArticle report={vitals} view={view} />
    </Frame>
  )
}
