import type { FlowReport, FlowRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ScrollTable } from '../parts/ScrollTable.js'
import { SortHead } from '../parts/SortHead.js'
import { sorted } from '../sorting.js'
import type { View } from '../view.js'
import { FlowLine } from './FlowLine.js'
import { stepName } from './stepName.js'
import { tableSorting } from './tableSorting.js'

/** More would make a heavy page; all of them are in the file. */
export const MOST_ROWS = 200

export const FLOW_SORTS: Readonly<Record<'from' | 'to' | 'via' | 'times' | 'share', true>> = {
  from: true,
  to: true,
  via: true,
  times: true,
  share: true,
}

/** What the picture draws, row by row. */
export function FlowTable({ report, view }: { report: FlowReport; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.suggestions
  const sorting = tableSorting(view.address.sort, FLOW_SORTS, '-times')
  const rows = sorted<FlowRow>(report.rows, sorting, {
    from: ({ from }) => stepName(from, view),
    to: ({ to }) => stepName(to, view),
    via: ({ via }) => (via === '' ? null : view.words.via[via]),
    times: ({ times }) => times,
    share: ({ share }) => share.rate,
  })
  const shown = rows.slice(0, MOST_ROWS)
  return (
    <>
      <ScrollTable caption={words.flow} className="ht-flow-table">
        <thead>
          <tr>
            {(Object.keys(FLOW_SORTS) as (keyof typeof FLOW_SORTS)[]).map((by) => (
              <SortHead key={by} by={by} name={words.flowHead[by]} sorting={sorting} view={view} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <FlowLine key={JSON.stringify([row.from, row.to, row.via])} row={row} view={view} />
          ))}
        </tbody>
      </ScrollTable>
      {shown.length < rows.length && (
        <p className="ht-note">{words.firstRows(format.count(shown.length), format.count(rows.length))}</p>
      )}
    </>
  )
}
