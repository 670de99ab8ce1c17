import type { Annotation, ArticleReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { AnnotationMarks } from '../annotations/AnnotationMarks.js'
import { chartWords } from '../overview/chartWords.js'
import { dayTicks, withToday } from '../overview/dayTicks.js'
import { ChartAxes } from '../parts/ChartAxes.js'
import type { View } from '../view.js'
import { layOpenings, OPENINGS_HEIGHT, readOf } from './layOpenings.js'
import { OpeningsMark } from './OpeningsMark.js'
import { OpeningsPart } from './OpeningsPart.js'
import { revisionMarks } from './revisionMarks.js'
import { startText } from './startText.js'

interface Props {
  readonly report: ArticleReport
  /** Whether the last interval goes on. */
  readonly isIncomplete: boolean
  readonly annotations: readonly Annotation[]
  readonly view: View
}

/** Room above the plot for the numbers of revisions, and below it for the days, px. */
const MARKS_HEIGHT = 18
const AXIS_HEIGHT = 28

/** A bar an interval in two parts, with a line where a revision appears. Widths are percentages, as in every chart here. */
export function OpeningsChart({ report, isIncomplete, annotations, view }: Props): ReactElement {
  const { format } = view
  const words = view.words.on.article
  const { series, interval, rows, totals } = report
  const { bars, grid } = layOpenings(series)
  const openBar = isIncomplete ? bars.at(-1) : undefined
  const starts = dayTicks(bars, interval, format)
  const ticks = openBar ? withToday(starts, bars, chartWords(interval, view).current) : starts
  const read = series.reduce((sum, row) => sum + readOf(row), 0)
  return (
    <svg
      className="ht-chart"
      role="img"
      aria-labelledby="ht-openings-name ht-openings-desc"
      width="100%"
      height={MARKS_HEIGHT + OPENINGS_HEIGHT + AXIS_HEIGHT}
    >
      <title id="ht-openings-name">{words.openings[interval]}</title>
      <desc id="ht-openings-desc">
        {words.openingsDescription(format.count(totals?.opens ?? 0), format.count(read))}
      </desc>
      <g transform={`translate(0 ${MARKS_HEIGHT})`}>
        <ChartAxes grid={grid} ticks={ticks} height={OPENINGS_HEIGHT} view={view} />
        {bars.map((bar) => (
          <OpeningsPart
            key={bar.row.start}
            bar={bar}
            isOpen={bar === openBar}
            told={words.bar(
              startText(bar.row.start, interval, format),
              format.count(bar.row.opens),
              format.count(bar.read),
            )}
          />
        ))}
        <AnnotationMarks annotations={annotations} bars={bars} to={report.to} height={OPENINGS_HEIGHT} />
        {revisionMarks(rows, bars, report.to).map((mark) => (
          <OpeningsMark key={mark.number} mark={mark} view={view} />
        ))}
      </g>
    </svg>
  )
}
