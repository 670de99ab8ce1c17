import type { ArticleReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { Comments } from './Comments.js'
import { Votes } from './Votes.js'

/** What readers said of it: by votes with their reasons, and in words. */
export function Said({ report, view }: { report: ArticleReport; view: View }): ReactElement {
  return (
    <div className="ht-pair">
      <Votes report={report} view={view} />
      <Comments report={report} view={view} />
    </div>
  )
}
