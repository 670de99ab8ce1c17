import type { Dialect } from './dialect.js'

export const duckdbDialect: Dialect = {
  engine: 'duckdb',
  ordered: (id) => id,
  sideBySide: (lists) =>
    `(select ${Object.entries(lists)
      .map(([column, list]) => `unnest(${list}) as ${column}`)
      .join(', ')})`,
  textOf: (written) => written,
}
