import type { ReactElement } from 'react'
import { ENTRY_ORDER } from '../entries.js'
import type { View } from '../view.js'
import { type Bar, PLOT_HEIGHT, percent } from './bars.js'

const WIDTH = 184
const LINE = 19
const PADDING = 12

interface Props {
  readonly bar: Bar
  /** What to call a bar that goes on; null for one that is over. */
  readonly soFar: string | null
  readonly view: View
}

/**
 * The numbers of one day, shown by the style sheet while the pointer is on the day, and by `ReadCharts` of the plugin for
 * the keyboard. The table says the same to everyone else.
 * Drawn after all bars, so that none of them hides it.
 */
export function DayReading({ bar, soFar, view }: Props): ReactElement {
  const { words, format } = view
  const lines = [
    [words.chart.total, bar.row.sessions] as const,
    ...ENTRY_ORDER.toReversed().map((entry) => [words.entry[entry], bar.row[entry]] as const),
  ]
  const middle = bar.x + bar.width / 2
  const x = percent(middle)
  // At the left edge the box begins at its day, at the right edge it ends there: it never leaves the plot.
  const shift = -(WIDTH * middle) / 100
  return (
    <g className="ht-reading" data-reading="">
      <rect className="ht-day-area" x={percent(bar.dayX)} width={percent(bar.dayWidth)} y="0" height={PLOT_HEIGHT} />
      <g className="ht-reading-box" transform={`translate(${shift.toFixed(1)} 4)`}>
        <rect x={x} width={WIDTH} height={LINE * (lines.length + 1) + PADDING * 1.5} rx="8" />
        <text className="ht-reading-day" x={x} dx={PADDING} y={PADDING + 11}>
          {soFar ?? format.fullDay(bar.row.start)}
        </text>
        {lines.map(([name, count], i) => (
          <text key={name} y={PADDING + 13 + LINE * (i + 1)}>
            <tspan x={x} dx={PADDING}>
              {name}
            </tspan>
            <tspan className="ht-reading-count" x={x} dx={WIDTH - PADDING}>
              {format.count(count)}
            </tspan>
          </text>
        ))}
      </g>
    </g>
  )
}
