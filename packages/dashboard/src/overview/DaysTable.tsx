import type { SessionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ENTRY_ORDER } from '../entries.js'
import { EntryMark } from '../parts/EntryMark.js'
import { type CountColumn, IntervalTable } from '../parts/IntervalTable.js'
import type { View } from '../view.js'
import { chartWords } from './chartWords.js'

interface Props {
  readonly report: SessionsReport
  readonly isIncomplete: boolean
  readonly view: View
}

/** Sessions and their entries by day. */
export function DaysTable({ report, isIncomplete, view }: Props): ReactElement {
  const { rows, totals, interval } = report
  const columns: readonly CountColumn<(typeof rows)[number]>[] = [
    { key: 'sessions', head: view.words.totals.sessions, of: ({ sessions }) => sessions, total: totals.sessions },
    ...ENTRY_ORDER.map((entry) => ({
      key: entry,
      head: <EntryMark entry={entry} view={view} />,
      of: (row: (typeof rows)[number]) => row[entry],
      total: totals[entry],
    })),
  ]
  const caption = chartWords(interval, view).title
  return <IntervalTable {...{ caption, interval, rows, columns, isIncomplete, view }} />
}
