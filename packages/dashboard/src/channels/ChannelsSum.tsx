import type { ChannelsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { ENDINGS, endedIn } from './endings.js'
import { PartCell } from './PartCell.js'
import { sumOf } from './sumOf.js'

/** All channels in one line. */
export function ChannelsSum({ report, view }: { report: ChannelsReport; view: View }): ReactElement {
  const { words, format } = view
  const { sessions } = report.totals
  return (
    <tfoot>
      <tr>
        <th scope="row">{words.chart.total}</th>
        <td>{format.count(sessions)}</td>
        <td>{format.count(sumOf(report, 'interactions'))}</td>
        <td>{format.count(sumOf(report, 'user_turns'))}</td>
        {ENDINGS.map((ending) => (
          <PartCell key={ending} part={endedIn(report, ending)} of={sessions} view={view} />
        ))}
      </tr>
    </tfoot>
  )
}
