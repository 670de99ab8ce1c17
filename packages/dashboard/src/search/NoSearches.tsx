import type { SearchesReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { WhetherEventsArrive } from '../parts/WhetherEventsArrive.js'
import type { View } from '../view.js'

/** Why there is nothing below the figures, and what to do next. */
export function NoSearches({ report, view }: { report: SearchesReport; view: View }): ReactElement {
  const words = view.words.on.search
  return (
    <Panel id="ht-queries" title={words.queries} definition={report.definition} view={view}>
      <p>{words.noSearches}</p>
      <p className="ht-note">{words.noSearchesNext}</p>
      <WhetherEventsArrive view={view} />
    </Panel>
  )
}
