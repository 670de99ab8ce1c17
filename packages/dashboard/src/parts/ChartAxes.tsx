import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import type { DayTick } from '../overview/dayTicks.js'
import type { View } from '../view.js'

interface Props {
  /** Horizontal lines: the count and its place, px from the top of the plot. */
  readonly grid: readonly { readonly value: number; readonly y: number }[]
  readonly ticks: readonly DayTick[]
  /** Of the plot, px. */
  readonly height: number
  readonly view: View
}

/** What a chart by days stands on: counts at the left, days below. */
export function ChartAxes({ grid, ticks, height, view: { format } }: Props): ReactElement {
  return (
    <>
      {grid.map(({ value, y }) => (
        <g key={value} className={value === 0 ? 'ht-ground' : 'ht-grid'}>
          <line x1="0" x2="100%" y1={y} y2={y} />
          <text x="-8" y={y} dy="0.32em" textAnchor="end">
            {format.count(value)}
          </text>
        </g>
      ))}
      {ticks.map(({ start, room, x, anchor, text }) => (
        <text key={start} className={`ht-tick ht-tick-${room}`} x={percent(x)} y={height + 20} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </>
  )
}
