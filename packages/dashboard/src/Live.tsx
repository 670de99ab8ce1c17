import type { LiveReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { AsOf, type Follow } from './live/AsOf.js'
import { LatestSearches } from './live/LatestSearches.js'
import { EndedSessions, OpenSessions } from './live/LiveSessions.js'
import { Minutes } from './live/Minutes.js'
import { NotFound } from './live/NotFound.js'
import { RightNow } from './live/RightNow.js'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { type PageView, viewOf } from './view.js'

export interface LiveProps {
  readonly page: PageView
  /** Of the last 24 hours, so that its sessions are of the same time as its searches. */
  readonly report: LiveReport
  /** Draws the page anew when something has happened, and says whether it does so. Without it the page stays as it is. */
  readonly follow?: Follow
}

/** What is going on: who reads now, what was looked for, and what was looked for in vain. */
export function Live({ page, report, follow }: LiveProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.live
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        isSynthetic={report.synthetic}
        isImported={report.imported}
        of="now"
        view={view}
      />
      <AsOf follow={follow} view={view} />
      <RightNow report={report} view={view} />
      <Minutes report={report} view={view} />
      <OpenSessions report={report} view={view} />
      <div className="ht-pair">
        <LatestSearches report={report} view={view} />
        <NotFound report={report} view={view} />
      </div>
      <EndedSessions report={report} view={view} />
    </Shell>
  )
}
