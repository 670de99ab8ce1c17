import type { SearchRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ScrollTable } from '../parts/ScrollTable.js'
import { SortHead } from '../parts/SortHead.js'
import type { Sorting } from '../sorting.js'
import type { View } from '../view.js'
import { COLUMNS } from './columns.js'
import { QueryLine } from './QueryLine.js'

interface Props {
  readonly rows: readonly SearchRow[]
  readonly sorting: Sorting
  readonly view: View
}

export function QueriesTable({ rows, sorting, view }: Props): ReactElement {
  const words = view.words.on.search
  return (
    <ScrollTable caption={words.queries} className="ht-numbers ht-queries">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <SortHead key={column} by={column} name={words.column[column]} sorting={sorting} view={view} />
          ))}
          <th scope="col">{words.places}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <QueryLine key={row.query} row={row} view={view} />
        ))}
      </tbody>
    </ScrollTable>
  )
}
