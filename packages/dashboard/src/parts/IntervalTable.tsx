import type { Interval } from '@helptally/server/reports'
import type { ReactElement, ReactNode } from 'react'
import type { Dated } from '../overview/bars.js'
import { chartWords } from '../overview/chartWords.js'
import type { View } from '../view.js'
import { ScrollTable } from './ScrollTable.js'

export interface CountColumn<Row> {
  readonly key: string
  readonly head: ReactNode
  readonly of: (row: Row) => number
  readonly total: number
}

interface Props<Row extends Dated> {
  readonly caption: string
  readonly interval: Interval
  readonly rows: readonly Row[]
  readonly columns: readonly CountColumn<Row>[]
  /** Whether the last interval goes on. */
  readonly isIncomplete: boolean
  readonly view: View
}

/** What a chart by intervals draws, in numbers. */
export function IntervalTable<Row extends Dated>(props: Props<Row>): ReactElement {
  const { caption, interval, rows, columns, isIncomplete, view } = props
  const { words, format } = view
  const says = chartWords(interval, view)
  const today = isIncomplete ? rows.at(-1) : undefined
  return (
    <ScrollTable caption={caption} className="ht-numbers">
      <thead>
        <tr>
          <th scope="col">{says.name}</th>
          {columns.map(({ key, head }) => (
            <th key={key} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.start}>
            <th scope="row">
              <time dateTime={row.start}>{format.fullDay(row.start)}</time>
              {row === today && <span className="ht-quiet"> · {says.soFar}</span>}
            </th>
            {columns.map(({ key, of }) => (
              <td key={key}>{format.count(of(row))}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.chart.total}</th>
          {columns.map(({ key, total }) => (
            <td key={key}>{format.count(total)}</td>
          ))}
        </tr>
      </tfoot>
    </ScrollTable>
  )
}
