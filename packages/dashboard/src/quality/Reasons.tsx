import type { LedgerReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import { SortHead } from '../parts/SortHead.js'
import { sorted, sortingOf } from '../sorting.js'
import type { View } from '../view.js'
import { ReasonText } from './ReasonText.js'

/** What the collector answered to events that it did not take in. */
export function Reasons({ report, view }: { report: LedgerReport; view: View }): ReactElement {
  const words = view.words.on.quality
  const sorting = sortingOf(view.address.sort, '-events')
  const rows = sorted(report.reasons, sorting, {
    outcome: ({ outcome }) => words.outcome[outcome],
    reason: ({ reason }) => reason,
    events: ({ events }) => events,
  })
  return (
    <Panel
      id="ht-ledger-reasons"
      title={words.reasons}
      definition={report.definition}
      meaning={words.reasonsMeaning}
      view={view}
    >
      {rows.length === 0 ? (
        <p className="ht-quiet">{words.noReasons}</p>
      ) : (
        <ScrollTable caption={words.reasons} className="ht-why">
          <thead>
            <tr>
              <SortHead by="outcome" name={words.outcomeHead} sorting={sorting} view={view} />
              <SortHead by="reason" name={words.reason} sorting={sorting} view={view} />
              <SortHead by="events" name={words.events} sorting={sorting} view={view} />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ outcome, reason, events }) => (
              <tr key={`${outcome} ${reason}`}>
                <th scope="row">{words.outcome[outcome]}</th>
                <td className="ht-wrap">
                  <ReasonText reason={reason} />
                </td>
                <td className="ht-amount">{view.format.count(events)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Panel>
  )
}
