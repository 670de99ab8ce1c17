import { toCsv } from '../reports/toCsv.js'
import type { Exportable } from './exportable.js'

/** `rows`: what Parquet is made from, a line of JSON with all columns for each. */
export type TextFormat = 'ndjson' | 'csv' | 'rows'

/** Rows as the text of a format. */
export function textOf<Row>({ lineOf, flatOf, columns }: Exportable<Row>, format: TextFormat, rows: Row[]): string {
  if (format === 'csv') return toCsv(rows.map(flatOf), { columns: Object.keys(columns), heading: false })
  return linesOf(rows.map(format === 'ndjson' ? lineOf : flatOf))
}

/** One JSON text a line. */
export const linesOf = (values: readonly object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')
