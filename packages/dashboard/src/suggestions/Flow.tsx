import type { FlowReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { isLow } from '../lowN.js'
import { Panel } from '../parts/Panel.js'
import { ScrollBox } from '../parts/ScrollBox.js'
import type { View } from '../view.js'
import { FlowPicture } from './FlowPicture.js'
import { FLOW_SORTS, FlowTable } from './FlowTable.js'
import { isSortedBy } from './tableSorting.js'

/** As many articles as the page asks the report for. */
const ARTICLES = '60'

/** From search to article to suggestion, and what came in the end: as a picture, and in numbers. */
export function Flow({ report, view }: { report: FlowReport; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.suggestions
  const { sessions } = report.totals
  return (
    <Panel
      hasChart={report.rows.length > 0}
      id="ht-flow"
      title={words.flow}
      definition={report.definition}
      csv="flow"
      csvParams={{ limit: ARTICLES }}
      view={view}
    >
      {report.rows.length === 0 ? (
        <p className="ht-quiet">{words.noFlow}</p>
      ) : (
        <>
          {isLow(sessions) && <p className="ht-note">{words.fewSessions(sessions, format.count(sessions))}</p>}
          <ScrollBox label={words.flow}>
            <FlowPicture report={report} view={view} />
          </ScrollBox>
          <p className="ht-note">{words.flowNote}</p>
          <details className="ht-details" open={isSortedBy(view.address.sort, FLOW_SORTS)}>
            <summary>{view.words.chart.asTable}</summary>
            <FlowTable report={report} view={view} />
          </details>
        </>
      )}
    </Panel>
  )
}
