import type { LedgerReport } from '@helptally/server/reports'
import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { PLOT_HEIGHT } from '../overview/bars.js'
import { UNACCEPTED, type UnacceptedOutcome, unacceptedIn } from './unaccepted.js'

type Row = LedgerReport['rows'][number]

export interface UnacceptedBar {
  readonly row: Row
  /** Percent of the plot's width. */
  readonly x: number
  readonly width: number
  /** Px from the top of the plot. */
  readonly segments: readonly { readonly outcome: UnacceptedOutcome; readonly y: number; readonly height: number }[]
}

interface UnacceptedBars {
  readonly bars: readonly UnacceptedBar[]
  readonly grid: readonly { readonly value: number; readonly y: number }[]
}

const GRID_LINES = 4

/** Only what was not accepted: beside the accepted events it would be too low to be seen. */
export function layUnaccepted(rows: readonly Row[]): UnacceptedBars {
  const x = scaleBand<number>()
    .domain(rows.map((_, i) => i))
    .range([0, 100])
    .padding(rows.length > 10 ? 0.24 : 0.5)
  const most = Math.max(1, ...rows.map(unacceptedIn))
  const y = scaleLinear().domain([0, most]).nice(GRID_LINES).range([PLOT_HEIGHT, 0])
  const series = stack<unknown, Row, UnacceptedOutcome>().keys(UNACCEPTED)([...rows])
  return {
    bars: rows.map((row, i) => ({
      row,
      x: x(i)!,
      width: x.bandwidth(),
      segments: series
        .filter(({ key }) => row[key] > 0)
        .map((one) => {
          const [bottom, top] = one[i]!
          return { outcome: one.key, y: round(y(top)), height: round(y(bottom) - y(top)) }
        }),
    })),
    grid: y
      .ticks(GRID_LINES)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: round(y(value)) })),
  }
}

/** To a thousandth of a pixel. */
const round = (px: number): number => Math.round(px * 1000) / 1000
