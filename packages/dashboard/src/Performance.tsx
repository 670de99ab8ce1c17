import type { VitalsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { SpeedCosts } from './performance/SpeedCosts.js'
import { VitalsByArticle } from './performance/VitalsByArticle.js'
import { VitalsRated } from './performance/VitalsRated.js'
import { type PageView, viewOf } from './view.js'

export interface PerformanceProps {
  readonly page: PageView
  readonly vitals: VitalsReport
}

/** How fast articles show: rated by vital, article by article, and what came of the slow ones. */
export function Performance({ page, vitals }: PerformanceProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.performance
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        isSynthetic={vitals.synthetic}
        isImported={vitals.imported}
        view={view}
      />
      <VitalsRated report={vitals} view={view} />
      <VitalsByArticle report={vitals} view={view} />
      <SpeedCosts report={vitals} view={view} />
    </Shell>
  )
}
