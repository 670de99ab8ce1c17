import type { Annotation, ArticleReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ArticleFigures } from './article/ArticleFigures.js'
import { ArticleWays } from './article/ArticleWays.js'
import { NotOpened } from './article/NotOpened.js'
import { Openings } from './article/Openings.js'
import { ReadingCurve } from './article/ReadingCurve.js'
import { Revisions } from './article/Revisions.js'
import { Said } from './article/Said.js'
import { Speed } from './article/Speed.js'
import { SuggestedLists } from './article/SuggestedLists.js'
import { WaysIn } from './article/WaysIn.js'
import { WaysOn } from './article/WaysOn.js'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { seen } from './parts/seen.js'
import { type PageView, viewOf } from './view.js'

export interface ArticleDetailProps {
  readonly page: PageView
  readonly report: ArticleReport
  /** What was done in the period to the whole site or to this article, the latest first. */
  readonly annotations: readonly Annotation[]
  /** The report over the period before; null when nothing is compared. */
  readonly before: ArticleReport | null
}

/** One article: how readers came to it, how they read it, what they said, and where they went. */
export function ArticleDetail({ page, report, annotations, before }: ArticleDetailProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.article
  const { totals } = report
  return (
    <Shell view={view}>
      <ArticleWays article={report.article} view={view} />
      <PageHeader
        title={words.title(seen(report.article))}
        lead={words.lead}
        isSynthetic={report.synthetic}
        isImported={report.imported}
        view={view}
      />
      {totals === null ? (
        <NotOpened view={view} />
      ) : (
        <>
          <ArticleFigures report={report} totals={totals} before={before} view={view} />
          <Openings report={report} annotations={annotations} view={view} />
          <ReadingCurve report={report} view={view} />
          <WaysIn report={report} totals={totals} view={view} />
          <WaysOn report={report} totals={totals} view={view} />
          <Revisions report={report} view={view} />
        </>
      )}
      <Said report={report} view={view} />
      <div className="ht-pair">
        <SuggestedLists report={report} view={view} />
        <Speed report={report} view={view} />
      </div>
    </Shell>
  )
}
