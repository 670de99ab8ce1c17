import { area, curveBumpX } from 'd3-shape'
import type { FlowColumn } from './flowGraph.js'

/** Left edge of each column's nodes and their width, in percent of the drawing's width. */
export const COLUMN_X: Readonly<Record<FlowColumn, number>> = { before: 0, article: 46, after: 98.8 }
export const NODE_WIDTH = 1.2

/** A place at a column, px from the top. */
export interface End {
  readonly column: FlowColumn
  readonly y: number
}

/** The outline of a band from column to column, of one width all along. */
export function ribbonPath(ends: readonly End[], width: number): string {
  const last = ends.length - 1
  const points = ends.flatMap(({ column, y }, i) => {
    const x = COLUMN_X[column]
    if (i === 0) return [{ x: x + NODE_WIDTH, y }]
    return i === last
      ? [{ x, y }]
      : [
          { x, y },
          { x: x + NODE_WIDTH, y },
        ]
  })
  const outline = area<{ readonly x: number; readonly y: number }>()
    .x(({ x }) => x)
    .y0(({ y }) => y)
    .y1(({ y }) => y + width)
    .curve(curveBumpX)
    .digits(2)
  return outline(points) ?? ''
}
