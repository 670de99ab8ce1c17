import { stringify } from 'csv-stringify/sync'

/**
 * Rows as CSV with a line of headings; RFC 4180. Readers write some of it, and a spreadsheet runs what looks like a
 * formula, so that gets an apostrophe before it: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(rows: readonly object[]): string {
  return stringify([...rows], {
    header: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String },
  })
}
