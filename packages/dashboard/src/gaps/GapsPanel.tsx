import type { GapsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'
import { GapsTable } from './GapsTable.js'

/** The gaps, or why there is none, and what is not shown of them. */
export function GapsPanel({ report, view }: { report: GapsReport; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.gaps
  const { rows, totals, definition } = report
  const { withheld } = totals
  return (
    <Panel id="ht-gaps" title={words.list} definition={definition} csv="gaps" csvParams={{ limit: '200' }} view={view}>
      {rows.length === 0 ? (
        <>
          <p>{words.none}</p>
          <p className="ht-note">{words.noneNext}</p>
        </>
      ) : (
        <>
          <GapsTable rows={rows} view={view} />
          <p className="ht-note ht-gaps-note">{words.ways}</p>
        </>
      )}
      {rows.length < totals.gaps && (
        <p className="ht-note">{words.most(format.count(rows.length), format.count(totals.gaps))}</p>
      )}
      {withheld.searches > 0 && (
        <p className="ht-note">{words.withheld(format.count(withheld.queries), format.count(withheld.searches))}</p>
      )}
    </Panel>
  )
}
