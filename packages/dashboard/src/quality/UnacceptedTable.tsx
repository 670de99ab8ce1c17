import type { LedgerCounts, LedgerReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { chartWords } from '../overview/chartWords.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import { isIncomplete } from '../period.js'
import type { View } from '../view.js'
import { OutcomeMark } from './OutcomeMark.js'
import { UNACCEPTED, unacceptedIn } from './unaccepted.js'

/** What the chart draws, in numbers. */
export function UnacceptedTable({ report, view }: { report: LedgerReport; view: View }): ReactElement {
  const { words, format } = view
  const own = words.on.quality
  const says = chartWords(report.interval, view)
  const today = isIncomplete(report, view.now) ? report.rows.at(-1)?.start : undefined
  return (
    <ScrollTable caption={own.unaccepted} className="ht-numbers">
      <thead>
        <tr>
          <th scope="col">{says.name}</th>
          {UNACCEPTED.map((outcome) => (
            <th key={outcome} scope="col">
              <OutcomeMark outcome={outcome} view={view} />
            </th>
          ))}
          <th scope="col">{own.inAll}</th>
        </tr>
      </thead>
      <tbody>
        {report.rows.map((row) => (
          <tr key={row.start}>
            <th scope="row">
              <time dateTime={row.start}>{format.fullDay(row.start)}</time>
              {row.start === today && <span className="ht-quiet"> · {says.soFar}</span>}
            </th>
            <Counts counts={row} view={view} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.chart.total}</th>
          <Counts counts={report.totals} view={view} />
        </tr>
      </tfoot>
    </ScrollTable>
  )
}

function Counts({ counts, view: { format } }: { counts: LedgerCounts; view: View }): ReactElement {
  return (
    <>
      {UNACCEPTED.map((outcome) => (
        <td key={outcome}>{format.count(counts[outcome])}</td>
      ))}
      <td>{format.count(unacceptedIn(counts))}</td>
    </>
  )
}
