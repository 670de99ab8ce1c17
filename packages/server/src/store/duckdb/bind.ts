import type { DuckDBType, DuckDBValue } from '@duckdb/node-api'
import type { QueryParams, QueryValue } from '../store.js'

type DuckDB = typeof import('@duckdb/node-api')

export interface Bound {
  readonly values: Record<string, DuckDBValue>
  readonly types: Record<string, DuckDBType | undefined>
}

/** Lists get their type here, because DuckDB guesses none for an empty one; single values it types well. */
export function bind(duckdb: DuckDB, params: QueryParams): Bound {
  const bound: Bound = { values: {}, types: {} }
  for (const [name, value] of Object.entries(params)) {
    if (isSingle(value)) bound.values[name] = value
    else {
      bound.values[name] = duckdb.listValue([...value])
      bound.types[name] = duckdb.LIST(itemType(duckdb, value))
    }
  }
  return bound
}

/** DuckDB's 64-bit integers. Ours are counts and epoch ms: well inside a double. */
export function toNumbers<Row>(row: Record<string, unknown>): Row {
  for (const [column, value] of Object.entries(row)) if (typeof value === 'bigint') row[column] = Number(value)
  return row as Row
}

const isSingle = (value: QueryValue): value is Exclude<QueryValue, readonly unknown[]> => !Array.isArray(value)

function itemType(duckdb: DuckDB, list: readonly (string | number)[]): DuckDBType {
  if (list.every((item) => typeof item === 'string')) return duckdb.VARCHAR
  return list.every((item) => Number.isInteger(item)) ? duckdb.BIGINT : duckdb.DOUBLE
}
