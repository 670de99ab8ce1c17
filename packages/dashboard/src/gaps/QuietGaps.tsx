import type { GapsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { QueryLink } from '../parts/QueryLink.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { GapWork } from './GapWork.js'
import { PutTogether } from './PutTogether.js'

/** Gaps that somebody works on and that hardly failed in this period: none is lost from sight. */
export function QuietGaps({ report, view }: { report: GapsReport; view: View }): ReactElement | null {
  const words = view.words.on.gaps
  if (report.quiet.length === 0) return null
  return (
    <Panel id="ht-quiet-gaps" title={words.quiet} view={view}>
      <p className="ht-note ht-tab-lead">{words.quietLead}</p>
      <ScrollTable caption={words.quiet} className="ht-gaps-table">
        <thead>
          <tr>
            <th scope="col">{words.column.query}</th>
            <th scope="col">{words.column.work}</th>
          </tr>
        </thead>
        <tbody>
          {report.quiet.map((gap, i) => (
            <tr key={gap.query}>
              <th scope="row" className="ht-gap-query">
                <QueryLink query={gap.query} view={view} />
                <PutTogether gap={gap} view={view} />
              </th>
              <td className="ht-gap-work">
                <GapWork gap={gap} id={`ht-quiet-${i}`} view={view} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Panel>
  )
}
