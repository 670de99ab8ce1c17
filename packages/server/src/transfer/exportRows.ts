import { toCsv } from '../reports/toCsv.js'
import type { Store } from '../store/store.js'
import type { Exportable, ExportQuery } from './exportable.js'
import { PIECE_ROWS, piecesOf } from './piecesOf.js'
import { linesOf, type TextFormat, textOf } from './textOf.js'

export interface ExportOptions {
  readonly format: TextFormat
  /** Takes the text piece by piece; the next piece is asked for when it resolves. */
  readonly write: (text: string) => Promise<void>
  /** Called when so many rows of `all` are written. */
  readonly onRows?: (rows: number, all: number) => void
  /** Ends it before the next piece. */
  readonly signal?: AbortSignal
  readonly pieceRows?: number
}

/** Writes all that a query asks for, in pieces; resolves to the number of rows. Rejects with the signal's reason. */
export async function exportRows<Row>(
  store: Pick<Store, 'query'>,
  exportable: Exportable<Row>,
  query: ExportQuery,
  { format, write, onRows, signal, pieceRows = PIECE_ROWS }: ExportOptions,
): Promise<number> {
  const { site, from, to } = query
  const all = onRows ? (await store.query<{ n: number }>(exportable.countSql, { site, from, to }))[0]!.n : 0
  await write(await headingOf(store, exportable, format))
  let rows = 0
  for await (const piece of piecesOf(store, exportable, query, pieceRows)) {
    signal?.throwIfAborted()
    await write(textOf(exportable, format, piece))
    rows += piece.length
    onRows?.(rows, Math.max(rows, all))
  }
  signal?.throwIfAborted()
  return rows
}

async function headingOf<Row>(
  store: Pick<Store, 'query'>,
  { columns, headingOf: of }: Exportable<Row>,
  format: TextFormat,
): Promise<string> {
  if (format === 'csv') return toCsv([], { columns: Object.keys(columns) })
  return format === 'ndjson' && of ? linesOf(await of(store)) : ''
}
