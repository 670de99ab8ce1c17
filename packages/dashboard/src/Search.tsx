import type { SearchesReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { ClickPlaces } from './search/ClickPlaces.js'
import { NoSearches } from './search/NoSearches.js'
import { Queries } from './search/Queries.js'
import { SearchFigures } from './search/SearchFigures.js'
import { SearchFunnel } from './search/SearchFunnel.js'
import { type PageView, viewOf } from './view.js'

export interface SearchProps {
  readonly page: PageView
  readonly report: SearchesReport
  /** The same over the period before; null when nothing is compared. Its rows are not needed. */
  readonly before: SearchesReport | null
}

/** What readers look for, how far their searches got, and each query with what came of it. */
export function Search({ page, report, before }: SearchProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.search
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        isSynthetic={report.synthetic}
        isImported={report.imported}
        view={view}
      />
      <SearchFigures report={report} before={before} view={view} />
      {report.totals.searches === 0 ? (
        <NoSearches report={report} view={view} />
      ) : (
        <>
          <div className="ht-pair">
            <SearchFunnel report={report} view={view} />
            <ClickPlaces report={report} view={view} />
          </div>
          <Queries report={report} view={view} />
        </>
      )}
    </Shell>
  )
}
