import { stringify } from 'csv-stringify/sync'
import type { Rate } from './rates.js'

/**
 * Rows as CSV with a line of headings; RFC 4180. Readers write some of it, and a spreadsheet runs what looks like a
 * formula, so that gets an apostrophe before it: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(rows: readonly object[], { columns, heading = true }: CsvOptions = {}): string {
  return stringify(rows.map(flat), {
    header: heading,
    ...(columns && { columns: [...columns] }),
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String },
  })
}

export interface CsvOptions {
  /** Default: those of the first row. */
  readonly columns?: readonly string[]
  /** Whether the first line names the columns. Default true. */
  readonly heading?: boolean
}

/**
 * A rate is two columns, the share under its own name; other numbers that belong together are a column each. A list is one
 * column, of rates the shares; commas part what has spaces itself.
 */
function flat(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): [string, unknown][] => {
      if (Array.isArray(value)) return [[name, listed(value.map((one) => (isRate(one) ? one.rate : one)))]]
      if (!isRate(value)) return isObject(value) ? columnsOf(name, value) : [[name, value]]
      const { rate, ...others } = value
      return [[name, rate], ...columnsOf(name, others)]
    }),
  )
}

const columnsOf = (name: string, parts: object): [string, unknown][] =>
  Object.entries(parts).map(([of, part]) => [`${name}_${of}`, part])

const listed = (values: readonly unknown[]): string =>
  values.join(values.some((value) => typeof value === 'string' && value.includes(' ')) ? ', ' : ' ')

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isRate = (value: unknown): value is Rate => isObject(value) && 'rate' in value
