import type { GapsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { GapsPanel } from './gaps/GapsPanel.js'
import { TermWeights } from './gaps/TermWeights.js'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { type PageView, viewOf } from './view.js'

export interface GapsProps {
  readonly page: PageView
  readonly report: GapsReport
}

/** What readers look for in vain, with what makes each gap as great as it is. */
export function Gaps({ page, report }: GapsProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.gaps
  return (
    <Shell view={view}>
      <PageHeader title={words.title} lead={words.lead} isSynthetic={report.synthetic} view={view} />
      <GapsPanel report={report} view={view} />
      <TermWeights definition={report.definition} view={view} />
    </Shell>
  )
}
