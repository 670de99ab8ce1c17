import type { Annotation, SessionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { AnnotationMarks } from '../annotations/AnnotationMarks.js'
import { ChartAxes } from '../parts/ChartAxes.js'
import type { View } from '../view.js'
import { layBars, PLOT_HEIGHT } from './bars.js'
import { chartWords } from './chartWords.js'
import { DayReading } from './DayReading.js'
import { dayTicks, withToday } from './dayTicks.js'
import { Hatches } from './Hatches.js'
import { StackedBar } from './StackedBar.js'

interface Props {
  readonly report: SessionsReport
  /** Whether the last day goes on. */
  readonly isIncomplete: boolean
  readonly annotations: readonly Annotation[]
  readonly view: View
}

/** Room below the plot for the days, px. */
const AXIS_HEIGHT = 28

/**
 * A bar a day, stacked by entry. Widths are percentages and heights pixels, so the drawing fits every screen
 * while its letters keep their size.
 */
export function StackedBars({ report, isIncomplete, annotations, view }: Props): ReactElement {
  const { words, format } = view
  const says = chartWords(report.interval, view)
  const { bars, grid } = layBars(report.rows)
  const openBar = isIncomplete ? bars.at(-1) : undefined
  const ticks = isIncomplete
    ? withToday(dayTicks(bars, report.interval, format), bars, says.current)
    : dayTicks(bars, report.interval, format)
  return (
    <svg
      className="ht-chart"
      role="img"
      aria-labelledby="ht-chart-title ht-chart-desc"
      width="100%"
      height={PLOT_HEIGHT + AXIS_HEIGHT}
    >
      <title id="ht-chart-title">{says.title}</title>
      <desc id="ht-chart-desc">
        {says.description(format.count(report.totals.sessions), format.period(report.from, report.to))}
      </desc>
      <Hatches />
      <ChartAxes grid={grid} ticks={ticks} height={PLOT_HEIGHT} view={view} />
      {bars.map((bar) => (
        <StackedBar key={bar.row.start} bar={bar} isOpen={bar === openBar} />
      ))}
      <AnnotationMarks annotations={annotations} bars={bars} to={report.to} height={PLOT_HEIGHT} />
      {bars.map((bar) => (
        <DayReading key={bar.row.start} bar={bar} soFar={bar === openBar ? says.soFar : null} view={view} />
      ))}
      {report.totals.sessions === 0 && (
        <text className="ht-nothing" x="50%" y={PLOT_HEIGHT / 2} textAnchor="middle">
          {words.chart.noSessions}
        </text>
      )}
    </svg>
  )
}
