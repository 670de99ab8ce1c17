import type { LedgerCounts, LedgerReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { type CountColumn, IntervalTable } from '../parts/IntervalTable.js'
import { isIncomplete } from '../period.js'
import type { View } from '../view.js'
import { OutcomeMark } from './OutcomeMark.js'
import { UNACCEPTED, unacceptedIn } from './unacceptedIn.js'

/** What was not accepted, by interval and outcome. */
export function UnacceptedTable({ report, view }: { report: LedgerReport; view: View }): ReactElement {
  const { rows, totals, interval } = report
  const words = view.words.on.quality
  const columns: readonly CountColumn<LedgerCounts>[] = [
    ...UNACCEPTED.map((outcome) => ({
      key: outcome,
      head: <OutcomeMark outcome={outcome} view={view} />,
      of: (counts: LedgerCounts) => counts[outcome],
      total: totals[outcome],
    })),
    { key: 'in_all', head: words.inAll, of: unacceptedIn, total: unacceptedIn(totals) },
  ]
  return (
    <IntervalTable
      caption={words.unaccepted}
      isIncomplete={isIncomplete(report, view.now)}
      {...{ interval, rows, columns, view }}
    />
  )
}
