import type { ArticlesReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { LOW_N } from '../lowN.js'
import { Panel } from '../parts/Panel.js'
import { WhetherEventsArrive } from '../parts/WhetherEventsArrive.js'
import { sorted, sortingOf } from '../sorting.js'
import { hereWith, type View } from '../view.js'
import { ArticlesTable } from './ArticlesTable.js'
import { COLUMN_VALUES, STANDARD_ORDER } from './columns.js'

/** The table in the order that the reader chose, with what is to be known of it. */
export function ArticlesPanel({ report, view }: { report: ArticlesReport; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.articles
  const { rows, totals, definition } = report
  const sorting = sortingOf(view.address.sort, STANDARD_ORDER)
  const isStandard = `-${sorting.by}` === STANDARD_ORDER && sorting.isDown
  return (
    <Panel
      id="ht-articles"
      title={words.list}
      definition={definition}
      csv="articles"
      csvParams={{ limit: '200' }}
      view={view}
    >
      {rows.length === 0 ? (
        <>
          <p className="ht-quiet">{words.none}</p>
          <WhetherEventsArrive view={view} />
        </>
      ) : (
        <>
          <p className="ht-note ht-order">
            {isStandard ? words.inOrder : words.sortedByReader}{' '}
            {!isStandard && <a href={hereWith(view, { sort: '' })}>{words.toOrder}</a>}
          </p>
          <ArticlesTable rows={sorted(rows, sorting, COLUMN_VALUES)} sorting={sorting} view={view} />
          <p className="ht-note">{words.few(format.count(LOW_N))}</p>
          {rows.length < totals.articles && (
            <p className="ht-note">{words.most(format.count(rows.length), format.count(totals.articles))}</p>
          )}
        </>
      )}
    </Panel>
  )
}
