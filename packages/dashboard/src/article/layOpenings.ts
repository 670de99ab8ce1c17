import type { ArticleReport } from '@helptally/server/reports'
import { scaleBand, scaleLinear } from 'd3-scale'

/** Height of the plot, px. Widths are percent of the reader's. */
export const OPENINGS_HEIGHT = 180
const GRID_LINES = 3

export interface OpeningsBar {
  readonly row: ArticleReport['series'][number]
  /** Those of the openings that were read. */
  readonly read: number
  /** Left edge and width of the bar, and of the whole interval around it, in percent of the plot's width. */
  readonly x: number
  readonly width: number
  readonly dayX: number
  readonly dayWidth: number
  /** Tops of both parts, px from the top of the plot. */
  readonly y: number
  readonly readY: number
}

export interface OpeningsPlot {
  readonly bars: readonly OpeningsBar[]
  readonly grid: readonly { readonly value: number; readonly y: number }[]
}

export function layOpenings(series: ArticleReport['series']): OpeningsPlot {
  const x = scaleBand<number>()
    .domain(series.map((_, i) => i))
    .range([0, 100])
    .padding(series.length > 10 ? 0.24 : 0.5)
  const most = Math.max(1, ...series.map(({ opens }) => opens))
  const y = scaleLinear().domain([0, most]).nice(GRID_LINES).range([OPENINGS_HEIGHT, 0])
  const gap = (x.step() - x.bandwidth()) / 2
  return {
    bars: series.map((row, i) => {
      const read = readOf(row)
      const left = x(i)!
      return {
        row,
        read,
        x: left,
        width: x.bandwidth(),
        dayX: left - gap,
        dayWidth: x.step(),
        y: Math.round(y(row.opens)),
        readY: Math.round(y(read)),
      }
    }),
    grid: y
      .ticks(GRID_LINES)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: Math.round(y(value)) })),
  }
}

/** The report tells the share; of whole openings only a whole number was read. */
export const readOf = ({ read }: ArticleReport['series'][number]): number => Math.round((read.rate ?? 0) * read.n)
