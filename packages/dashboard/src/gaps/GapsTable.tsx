import type { GapRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ScrollTable } from '../parts/ScrollTable.js'
import { SortHead } from '../parts/SortHead.js'
import { sorted, sortingOf } from '../sorting.js'
import type { View } from '../view.js'
import { GapLine } from './GapLine.js'

const VALUES: Readonly<Record<string, (row: GapRow) => number | string | null>> = {
  query: ({ query }) => query,
  score: ({ score }) => score,
  failed: ({ failed }) => failed.rate,
  tabs: ({ tabs }) => tabs,
}

/** One line a gap, the greatest score first unless the reader sorts otherwise. */
export function GapsTable({ rows, view }: { rows: readonly GapRow[]; view: View }): ReactElement {
  const words = view.words.on.gaps
  const sorting = sortingOf(view.address.sort, '-score')
  const most = Math.max(...rows.map(({ score }) => score))
  const rankOf = new Map(rows.map((row, i) => [row, i + 1]))
  const head = (by: 'query' | 'score' | 'failed' | 'tabs') => (
    <SortHead by={by} name={words.column[by]} sorting={sorting} view={view} />
  )
  return (
    <ScrollTable caption={words.list} className="ht-numbers ht-gaps-table">
      <thead>
        <tr>
          <th scope="col">{words.column.rank}</th>
          {head('query')}
          {head('score')}
          <th scope="col">{words.column.how}</th>
          {head('failed')}
          {head('tabs')}
          <th scope="col" className="ht-gap-work">
            {words.column.work}
          </th>
          <th scope="col">{words.column.behind}</th>
        </tr>
      </thead>
      <tbody>
        {sorted(rows, sorting, VALUES).map((row) => (
          <GapLine key={row.query} row={row} rank={rankOf.get(row)!} most={most} view={view} />
        ))}
      </tbody>
    </ScrollTable>
  )
}
