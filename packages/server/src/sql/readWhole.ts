/** A row as `d.whole` selects it. */
export type WholeRow = { readonly row: string } | Readonly<Record<string, unknown>>

/** The columns of a row, as a DuckDB store has them: lists of texts are no texts of JSON. */
export function readWhole<Row>(answer: WholeRow): Row {
  if (typeof answer.row === 'string') return JSON.parse(answer.row)
  const { day: _, block: __, filters = null, offered = null, ...row } = answer as Readonly<Record<string, unknown>>
  if (row.event_id === undefined) return row as Row
  return { ...row, filters: listOf(filters), offered: listOf(offered) } as Row
}

const listOf = (list: unknown): unknown => (typeof list === 'string' ? JSON.parse(list) : list)
