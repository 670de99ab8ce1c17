import type { SuggestionRow, SuggestionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Coded } from '../parts/Coded.js'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import { SortHead } from '../parts/SortHead.js'
import { sorted } from '../sorting.js'
import type { View } from '../view.js'
import { ListRow } from './ListRow.js'
import { tableSorting } from './tableSorting.js'

const COLUMNS = {
  list: (row: SuggestionRow) => row.list,
  algorithm: (row: SuggestionRow) => row.algorithm,
  seen: (row: SuggestionRow) => row.seen,
  ctr: (row: SuggestionRow) => row.ctr.rate,
  clicks: (row: SuggestionRow) => row.clicks,
  read_after: (row: SuggestionRow) => row.read_after.rate,
}

/** A line for each list and what made it, with its clicks from place to place. */
export function Lists({ report, view }: { report: SuggestionsReport; view: View }): ReactElement {
  const words = view.words.on.suggestions
  const sorting = tableSorting(view.address.sort, COLUMNS, '-seen')
  const shown = report.rows.reduce((sum, { seen }) => sum + seen, 0)
  const highest = Math.max(0, ...report.rows.flatMap(({ ctr_at }) => ctr_at.map(({ rate }) => rate ?? 0)))
  return (
    <Panel
      id="ht-lists"
      title={words.lists}
      definition={report.definition}
      csv="suggestions"
      csvParams={{ limit: '200' }}
      view={view}
    >
      {report.rows.length === 0 ? (
        <p className="ht-quiet">
          <Coded text={words.noLists} />
        </p>
      ) : (
        <ScrollTable caption={words.lists} className="ht-lists">
          <thead>
            <tr>
              {(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((by) => (
                <SortHead key={by} by={by} name={words.column[by]} sorting={sorting} view={view} />
              ))}
              <th scope="col">{words.places}</th>
            </tr>
          </thead>
          <tbody>
            {sorted(report.rows, sorting, COLUMNS).map((row) => (
              <ListRow key={JSON.stringify([row.list, row.algorithm])} row={row} highest={highest} view={view} />
            ))}
          </tbody>
        </ScrollTable>
      )}
      {report.rows.length > 0 && <p className="ht-note">{words.placesMeaning}</p>}
      {shown < report.totals.seen && <p className="ht-note">{words.mostSeen(view.format.count(report.rows.length))}</p>}
    </Panel>
  )
}
