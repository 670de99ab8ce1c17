import type { SessionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ENTRY_ORDER } from '../entries.js'
import { EntryMark } from '../parts/EntryMark.js'
import { Meaning } from '../parts/Meaning.js'
import type { PeriodView } from '../period.js'
import type { View } from '../view.js'
import { DaysTable } from './DaysTable.js'
import { isLastDayIncomplete } from './incomplete.js'
import { StackedBars } from './StackedBars.js'

interface Props {
  readonly report: SessionsReport
  readonly period: PeriodView
  readonly view: View
}

/** The chart of the page, its legend, and the same numbers as a table. */
export function SessionsPerDay({ report, period, view }: Props): ReactElement {
  const words = view.words.chart
  const isIncomplete = isLastDayIncomplete(report, period.now)
  return (
    <section className="ht-card ht-panel" aria-labelledby="ht-days-title">
      <div className="ht-panel-head">
        <h2 id="ht-days-title">{words.title}</h2>
        <Meaning id="ht-means-days" name={words.title} definition={report.definition} view={view} />
        <ul className="ht-legend" aria-label={words.legend}>
          {ENTRY_ORDER.map((entry) => (
            <li key={entry}>
              <EntryMark entry={entry} view={view} />
            </li>
          ))}
          {isIncomplete && (
            <li className="ht-entry">
              <svg className="ht-swatch" aria-hidden="true" width="10" height="10">
                <rect className="ht-so-far" x="0.5" y="0.5" width="9" height="9" rx="2" />
              </svg>
              {words.soFar}
            </li>
          )}
        </ul>
      </div>
      <StackedBars report={report} isIncomplete={isIncomplete} view={view} />
      <details className="ht-details">
        <summary>{words.asTable}</summary>
        <DaysTable report={report} isIncomplete={isIncomplete} view={view} />
      </details>
    </section>
  )
}
