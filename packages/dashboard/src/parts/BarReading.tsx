import type { ReactElement } from 'react'
import { type Bar, PLOT_HEIGHT, percent } from '../overview/bars.js'

const WIDTH = 184
const LINE = 19
const PADDING = 12

/** A number of a bar, as it is written, with its name. */
export type ReadLine = readonly [name: string, count: string]

interface Props {
  readonly bar: Bar
  /** What the bar is of: a day, or the one that goes on. */
  readonly title: string
  readonly lines: readonly ReadLine[]
}

/**
 * The numbers of one bar, shown by the style sheet while the pointer is on its day, and by `ReadCharts` of the plugin for
 * the keyboard. The table says the same to everyone else.
 * Drawn after all bars, so that none of them hides it.
 */
export function BarReading({ bar, title, lines }: Props): ReactElement {
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
          {title}
        </text>
        {lines.map(([name, count], i) => (
          <text key={name} y={PADDING + 13 + LINE * (i + 1)}>
            <tspan x={x} dx={PADDING}>
              {name}
            </tspan>
            <tspan className="ht-reading-count" x={x} dx={WIDTH - PADDING}>
              {count}
            </tspan>
          </text>
        ))}
      </g>
    </g>
  )
}
