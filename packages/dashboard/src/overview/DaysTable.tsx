import type { SessionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ENTRY_ORDER } from '../entries.js'
import { EntryMark } from '../parts/EntryMark.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { chartWords } from './chartWords.js'

interface Props {
  readonly report: SessionsReport
  readonly isIncomplete: boolean
  readonly view: View
}

/** What the chart draws, in numbers. */
export function DaysTable({ report, isIncomplete, view }: Props): ReactElement {
  const { words, format } = view
  const says = chartWords(report.interval, view)
  const today = isIncomplete ? report.rows.at(-1)?.start : undefined
  return (
    <ScrollTable caption={says.title} className="ht-numbers">
      <thead>
        <tr>
          <th scope="col">{says.name}</th>
          <th scope="col">{words.totals.sessions}</th>
          {ENTRY_ORDER.map((entry) => (
            <th key={entry} scope="col">
              <EntryMark entry={entry} view={view} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.rows.map((row) => (
          <tr key={row.start}>
            <th scope="row">
              <time dateTime={row.start}>{format.fullDay(row.start)}</time>
              {row.start === today && <span className="ht-quiet"> · {says.soFar}</span>}
            </th>
            <td>{format.count(row.sessions)}</td>
            {ENTRY_ORDER.map((entry) => (
              <td key={entry}>{format.count(row[entry])}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.chart.total}</th>
          <td>{format.count(report.totals.sessions)}</td>
          {ENTRY_ORDER.map((entry) => (
            <td key={entry}>{format.count(report.totals[entry])}</td>
          ))}
        </tr>
      </tfoot>
    </ScrollTable>
  )
}
