import type { Annotation, SessionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { AnnotationList } from '../annotations/AnnotationList.js'
import { ENTRY_ORDER } from '../entries.js'
import { EntryMark } from '../parts/EntryMark.js'
import { Panel } from '../parts/Panel.js'
import { ReadOut } from '../parts/ReadOut.js'
import { StackLegend } from '../parts/StackLegend.js'
import { isIncomplete } from '../period.js'
import { hereWith, type View } from '../view.js'
import { chartWords } from './chartWords.js'
import { DaysTable } from './DaysTable.js'
import { StackedBars } from './StackedBars.js'

interface Props {
  readonly report: SessionsReport
  readonly annotations: readonly Annotation[]
  readonly view: View
}

/** The chart of the page, its legend, and the same numbers as a table. */
export function SessionsPerDay({ report, annotations, view }: Props): ReactElement {
  const words = view.words.chart
  const says = chartWords(report.interval, view)
  const isOpen = report.rows.length > 0 && isIncomplete(report, view.now)
  const marks = ENTRY_ORDER.map(
    (entry) =>
      [
        entry,
        <a key={entry} href={hereWith(view, { entry })}>
          <EntryMark entry={entry} view={view} />
        </a>,
      ] as const,
  )
  return (
    <Panel
      hasChart
      id="ht-days"
      title={says.title}
      definition={report.definition}
      csv="sessions"
      csvParams={{ interval: report.interval }}
      aside={<StackLegend label={words.legend} marks={marks} soFar={isOpen ? says.soFar : null} />}
      view={view}
    >
      <StackedBars report={report} isIncomplete={isOpen} annotations={annotations} view={view} />
      <ReadOut />
      <AnnotationList annotations={annotations} view={view} />
      <details className="ht-details">
        <summary>{words.asTable}</summary>
        <DaysTable report={report} isIncomplete={isOpen} view={view} />
      </details>
    </Panel>
  )
}
