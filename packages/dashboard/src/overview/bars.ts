import type { Entry } from '@helptally/core'
import type { SessionCounts, SessionsReport } from '@helptally/server/reports'
import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { ENTRY_ORDER } from '../entries.js'

/** Height of the plot, px. Its width is the reader's: x is given in percent of it. */
export const PLOT_HEIGHT = 240

export interface Segment {
  readonly entry: Entry
  /** Px from the top of the plot. */
  readonly y: number
  readonly height: number
}

export interface Bar {
  readonly row: SessionsReport['rows'][number]
  /** Left edge and width of the bar, and of the whole day around it, in percent of the plot's width. */
  readonly x: number
  readonly width: number
  readonly dayX: number
  readonly dayWidth: number
  readonly segments: readonly Segment[]
}

export interface Bars {
  readonly bars: readonly Bar[]
  /** Horizontal lines: the count and its place, px from the top of the plot. */
  readonly grid: readonly { readonly value: number; readonly y: number }[]
}

const GRID_LINES = 4

export function layBars(rows: SessionsReport['rows']): Bars {
  const x = scaleBand<number>()
    .domain(rows.map((_, i) => i))
    .range([0, 100])
    .padding(rows.length > 10 ? 0.24 : 0.5)
  const most = Math.max(1, ...rows.map((row) => row.sessions))
  const y = scaleLinear().domain([0, most]).nice(GRID_LINES).range([PLOT_HEIGHT, 0])
  const series = stack<unknown, SessionCounts, Entry>().keys(ENTRY_ORDER)([...rows])
  const day = x.step()

  return {
    bars: rows.map((row, i) => ({
      row,
      x: x(i)!,
      width: x.bandwidth(),
      dayX: x(i)! - (day - x.bandwidth()) / 2,
      dayWidth: day,
      segments: series
        .filter((entry) => row[entry.key] > 0)
        .map((entry) => ({
          entry: entry.key,
          y: round(y(entry[i]![1])),
          height: round(y(entry[i]![0]) - y(entry[i]![1])),
        })),
    })),
    grid: y
      .ticks(GRID_LINES)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: round(y(value)) })),
  }
}

/** A length relative to the plot's width, as SVG writes it. */
export function percent(value: number): string {
  return `${round(value)}%`
}

/** To a thousandth: finer than any screen, and short in the page. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
