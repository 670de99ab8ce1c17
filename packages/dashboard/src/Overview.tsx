import type {
  Annotation,
  ArticlesReport,
  GapsReport,
  LiveReport,
  OutcomesReport,
  SearchSuccess,
  SessionsReport,
} from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ArticlesToMend } from './overview/ArticlesToMend.js'
import { BiggestGaps } from './overview/BiggestGaps.js'
import { LatestSessions } from './overview/LatestSessions.js'
import { Outcomes } from './overview/Outcomes.js'
import { SessionsPerDay } from './overview/SessionsPerDay.js'
import { Totals } from './overview/Totals.js'
import { WhatCame } from './overview/WhatCame.js'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { type PageView, viewOf } from './view.js'

export interface OverviewReports {
  readonly sessions: SessionsReport
  readonly outcomes: OutcomesReport
  readonly searches: SearchSuccess
  readonly gaps: GapsReport
  readonly articles: ArticlesReport
  readonly live: LiveReport
}

export interface OverviewProps {
  readonly page: PageView
  readonly reports: OverviewReports
  /** What was done in the period, the latest first. */
  readonly annotations: readonly Annotation[]
  /** The same over the period before; null when nothing is compared. */
  readonly before: {
    readonly [Name in 'sessions' | 'outcomes' | 'searches']: OverviewReports[Name] | null
  }
}

/** The page that opens first: how many sessions, what came of them, and what to mend first. */
export function Overview({ page, reports, annotations, before }: OverviewProps): ReactElement {
  const { sessions, outcomes, searches, gaps, articles, live } = reports
  const view = viewOf(page)
  const words = view.words.on.overview
  const isSynthetic = sessions.synthetic || live.synthetic
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title(page.site)}
        lead={words.lead}
        isSynthetic={isSynthetic}
        isImported={sessions.imported}
        view={view}
      />
      <Totals sessions={sessions} previous={before.sessions} live={live} view={view} />
      <WhatCame outcomes={outcomes} searches={searches} before={before} view={view} />
      <SessionsPerDay report={sessions} annotations={annotations} view={view} />
      <Outcomes report={outcomes} view={view} />
      <div className="ht-pair">
        <BiggestGaps report={gaps} view={view} />
        <ArticlesToMend report={articles} view={view} />
      </div>
      <LatestSessions report={live} view={view} />
    </Shell>
  )
}
