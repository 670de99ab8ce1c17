import type { LedgerReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { ReadOut } from '../parts/ReadOut.js'
import type { View } from '../view.js'
import { OutcomeMark } from './OutcomeMark.js'
import { UnacceptedBars } from './UnacceptedBars.js'
import { UnacceptedTable } from './UnacceptedTable.js'
import { UNACCEPTED } from './unacceptedIn.js'

/** When events were not accepted, and what became of them instead. */
export function UnacceptedPanel({ report, view }: { report: LedgerReport; view: View }): ReactElement {
  const words = view.words.on.quality
  return (
    <Panel
      hasChart
      id="ht-unaccepted"
      title={words.unaccepted}
      definition={report.definition}
      meaning={words.unacceptedMeaning}
      csv="ledger"
      csvParams={{ interval: report.interval }}
      aside={
        <ul className="ht-legend" aria-label={words.legend}>
          {UNACCEPTED.map((outcome) => (
            <li key={outcome}>
              <OutcomeMark outcome={outcome} view={view} />
            </li>
          ))}
        </ul>
      }
      view={view}
    >
      <UnacceptedBars report={report} view={view} />
      <ReadOut />
      <details className="ht-details">
        <summary>{view.words.chart.asTable}</summary>
        <UnacceptedTable report={report} view={view} />
      </details>
    </Panel>
  )
}
