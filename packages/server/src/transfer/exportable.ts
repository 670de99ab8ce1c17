import type { Statement } from '../sql/dialect.js'
import type { Store } from '../store/store.js'

/** What is asked for: half-open, epoch ms. */
export interface ExportQuery {
  readonly site: string
  readonly from: number
  readonly to: number
}

/** Where a piece ends: rows are in the order of a moment (epoch ms), and of ids where moments are equal. */
export interface Key {
  readonly at: number
  readonly id: string
}

/** In Parquet. An instant is an ISO text in CSV. */
export type ColumnType = 'varchar' | 'integer' | 'bigint' | 'double' | 'boolean' | 'timestamptz' | 'varchar[]'

/** A kind of thing that can be exported. */
export interface Exportable<Row = never> {
  /** One row, `n`, for the query. */
  readonly countSql: string
  /** At most `$limit` rows after a key, `$at` and `$id`, each whole. */
  readonly pieceSql: Statement
  readonly keyOf: (row: Row) => Key
  /** Lines of NDJSON that come before the rows. */
  readonly headingOf?: (store: Pick<Store, 'query'>) => Promise<readonly object[]>
  /** As a line of NDJSON. */
  readonly lineOf: (row: Row) => object
  /** As a row of CSV and of Parquet. */
  readonly flatOf: (row: Row) => object
  readonly columns: Readonly<Record<string, ColumnType>>
}
