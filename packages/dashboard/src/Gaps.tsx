import type { GapChangeTold, GapsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Done } from './gaps/Done.js'
import { GapChanges } from './gaps/GapChanges.js'
import { GapsPanel } from './gaps/GapsPanel.js'
import { QuietGaps } from './gaps/QuietGaps.js'
import { TermWeights } from './gaps/TermWeights.js'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { type PageView, viewOf } from './view.js'

export interface GapsProps {
  readonly page: PageView
  /** The gaps of the chosen tab. */
  readonly report: GapsReport
  /** What editors changed, the latest first. */
  readonly changes: readonly GapChangeTold[]
}

/** What readers look for in vain, with what makes each gap as great as it is and what is done about it. */
export function Gaps({ page, report, changes }: GapsProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.gaps
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        isSynthetic={report.synthetic}
        isImported={report.imported}
        view={view}
      />
      <Done changes={changes} view={view} />
      <GapsPanel report={report} view={view} />
      <QuietGaps report={report} view={view} />
      <GapChanges changes={changes} view={view} />
      <TermWeights definition={report.definition} view={view} />
    </Shell>
  )
}
