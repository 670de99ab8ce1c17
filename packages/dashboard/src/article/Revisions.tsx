import type { ArticleReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { RevisionLine } from './RevisionLine.js'
import { revisionNumber } from './revisionMarks.js'

/** What came of each revision, the one that came last first. */
export function Revisions({ report, view }: { report: ArticleReport; view: View }): ReactElement {
  const words = view.words.on.article
  const { column } = view.words.on.articles
  const heads = [words.firstOpened, column.opens, column.read, column.quick_exit, column.engaged, column.scroll]
  const ends = [column.helpfulness, column.search_again, column.contact_after, column.failed]
  return (
    <Panel
      id="ht-revisions"
      title={words.revisions}
      definition={report.definition}
      csv="article"
      csvParams={{ article: report.article }}
      view={view}
    >
      <ScrollTable caption={words.revisions} className="ht-numbers ht-articles">
        <thead>
          <tr>
            {[words.revision, ...heads, ...ends].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row, i) => (
            <RevisionLine key={row.revision} row={row} number={revisionNumber(report.rows, i)} view={view} />
          ))}
        </tbody>
      </ScrollTable>
    </Panel>
  )
}
