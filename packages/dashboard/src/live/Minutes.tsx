import type { LiveReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { eventsOf } from './eventsOf.js'
import { layMinutes, type Minute } from './layMinutes.js'
import { MinuteBars } from './MinuteBars.js'

/** How busy the last five minutes were. */
export function Minutes({ report, view }: { report: LiveReport; view: View }): ReactElement {
  const words = view.words.on.live
  const minutes = layMinutes(report.per_minute, view.now)
  return (
    <Panel
      hasChart={eventsOf(report.per_minute) > 0}
      id="ht-minutes"
      title={words.minutes}
      definition={report.definition}
      meaning={words.eventsMeaning}
      view={view}
    >
      {eventsOf(report.per_minute) === 0 ? (
        <p className="ht-quiet">{words.quiet}</p>
      ) : (
        <>
          <MinuteBars minutes={minutes} view={view} />
          <details className="ht-details">
            <summary>{view.words.chart.asTable}</summary>
            <MinutesTable minutes={minutes} view={view} />
          </details>
        </>
      )}
    </Panel>
  )
}

function MinutesTable({ minutes, view }: { minutes: readonly Minute[]; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.live
  return (
    <ScrollTable caption={words.minutes} className="ht-numbers">
      <thead>
        <tr>
          <th scope="col">{words.minute}</th>
          <th scope="col">{words.events}</th>
        </tr>
      </thead>
      <tbody>
        {minutes.map(({ end, events }) => (
          <tr key={end}>
            <th scope="row">{format.clock(end)}</th>
            <td>{format.count(events)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
