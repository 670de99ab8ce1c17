import { readWhole, type WholeRow } from '../sql/readWhole.js'
import type { Store } from '../store/store.js'
import type { Exportable, ExportQuery, Key } from './exportable.js'

/** Rows asked for at once: what they take of memory does not depend on how many there are. */
export const PIECE_ROWS = 10_000

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * All that the query asks for, in order, piece by piece. What was acknowledged before is all there; what comes
 * meanwhile may be.
 */
export async function* piecesOf<Row>(
  store: Pick<Store, 'query'>,
  { pieceSql, keyOf }: Exportable<Row>,
  { site, from, to }: ExportQuery,
  limit: number = PIECE_ROWS,
): AsyncGenerator<Row[]> {
  let after: Key = { at: from - 1, id: LAST_ID }
  for (;;) {
    const found = await store.query<WholeRow>(pieceSql, { site, to, ...after, limit })
    const rows = found.map((row) => readWhole<Row>(row))
    if (rows.length > 0) yield rows
    if (rows.length < limit) return
    after = keyOf(rows.at(-1)!)
  }
}
