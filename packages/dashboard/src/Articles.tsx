import type { ArticlesReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ArticlesPanel } from './articles/ArticlesPanel.js'
import { ArticlesTotals } from './articles/ArticlesTotals.js'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { type PageView, viewOf } from './view.js'

export interface ArticlesProps {
  readonly page: PageView
  readonly report: ArticlesReport
  /** The same over the period before; null when nothing is compared. Its rows are not needed. */
  readonly before: ArticlesReport | null
}

/** Every article with what came of its openings, those with most to mend first. */
export function Articles({ page, report, before }: ArticlesProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.articles
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        isSynthetic={report.synthetic}
        isImported={report.imported}
        view={view}
      />
      <ArticlesTotals report={report} before={before} view={view} />
      <ArticlesPanel report={report} view={view} />
    </Shell>
  )
}
