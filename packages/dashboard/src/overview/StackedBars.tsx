import type { Annotation, SessionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { AnnotationMarks } from '../annotations/AnnotationMarks.js'
import { ENTRY_ORDER } from '../entries.js'
import { StackedChart } from '../parts/StackedChart.js'
import type { View } from '../view.js'
import { layBars, PLOT_HEIGHT } from './bars.js'
import { chartWords } from './chartWords.js'
import { Hatches } from './Hatches.js'

interface Props {
  readonly report: SessionsReport
  /** Whether the last day goes on. */
  readonly isIncomplete: boolean
  readonly annotations: readonly Annotation[]
  readonly view: View
}

/** A bar a day, stacked by entry, with a flag where something was done. */
export function StackedBars({ report, isIncomplete, annotations, view }: Props): ReactElement {
  const { words, format } = view
  const says = chartWords(report.interval, view)
  const plot = layBars(report.rows, ENTRY_ORDER, (row, entry) => row[entry])
  return (
    <StackedChart
      id="ht-chart"
      title={says.title}
      description={says.description(format.count(report.totals.sessions), format.period(report.from, report.to))}
      plot={plot}
      interval={report.interval}
      isIncomplete={isIncomplete}
      linesOf={(row) => [
        [words.chart.total, format.count(row.sessions)],
        ...ENTRY_ORDER.toReversed().map((entry) => [words.entry[entry], format.count(row[entry])] as const),
      ]}
      hatches={<Hatches />}
      nothing={report.totals.sessions === 0 ? words.chart.noSessions : null}
      view={view}
    >
      <AnnotationMarks annotations={annotations} bars={plot.bars} to={report.to} height={PLOT_HEIGHT} />
    </StackedChart>
  )
}
