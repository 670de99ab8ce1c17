import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'

/** Height of the plot, px. Its width is the reader's: x is given in percent of it. */
export const PLOT_HEIGHT = 240

export interface Segment<Key extends string = string> {
  readonly key: Key
  /** Px from the top of the plot. */
  readonly y: number
  readonly height: number
}

/** An interval of a report. */
export interface Dated {
  readonly start: string
}

export interface Bar<Row extends Dated = Dated, Key extends string = string> {
  readonly row: Row
  /** Left edge and width of the bar, and of the whole day around it, in percent of the plot's width. */
  readonly x: number
  readonly width: number
  readonly dayX: number
  readonly dayWidth: number
  readonly segments: readonly Segment<Key>[]
}

export interface Bars<Row extends Dated = Dated, Key extends string = string> {
  readonly bars: readonly Bar<Row, Key>[]
  /** Horizontal lines: the count and its place, px from the top of the plot. */
  readonly grid: readonly { readonly value: number; readonly y: number }[]
}

const GRID_LINES = 4

/** A bar a row, in parts that stand on each other: `keys` from the ground up. */
export function layBars<Row extends Dated, Key extends string>(
  rows: readonly Row[],
  keys: readonly Key[],
  count: (row: Row, key: Key) => number,
): Bars<Row, Key> {
  const x = scaleBand<number>()
    .domain(rows.map((_, i) => i))
    .range([0, 100])
    .padding(rows.length > 10 ? 0.24 : 0.5)
  const heightOf = (row: Row) => keys.reduce((sum, key) => sum + count(row, key), 0)
  const most = Math.max(1, ...rows.map(heightOf))
  const y = scaleLinear().domain([0, most]).nice(GRID_LINES).range([PLOT_HEIGHT, 0])
  const series = stack<unknown, Row, Key>().keys(keys).value(count)([...rows])
  const day = x.step()

  return {
    bars: rows.map((row, i) => ({
      row,
      x: x(i)!,
      width: x.bandwidth(),
      dayX: x(i)! - (day - x.bandwidth()) / 2,
      dayWidth: day,
      segments: series
        .filter(({ key }) => count(row, key) > 0)
        .map((one) => {
          const [bottom, top] = one[i]!
          return { key: one.key, y: round(y(top)), height: round(y(bottom) - y(top)) }
        }),
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
