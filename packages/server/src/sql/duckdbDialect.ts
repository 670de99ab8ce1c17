import type { Dialect } from './dialect.js'

export const duckdbDialect: Dialect = {
  engine: 'duckdb',
  ordered: (id) => id,
  lastBits: (id) => `('0x' || right(${id}::varchar, 8))::bigint`,
  isBetween: (event, first, last) => `${event}."at" between ${first} and ${last}`,
  sideBySide: (lists) =>
    `(select ${Object.entries(lists)
      .map(([column, list]) => `unnest(${list}) as ${column}`)
      .join(', ')})`,
  whole: (row) => `to_json(${row})::varchar as row`,
  countedTexts: (list) =>
    `concat(len(${list}), '[', array_to_string(list_transform(${list}, lambda item: concat(strlen(item), ':', item)), ''))`,
  bits: (double) => `${double}::bit::varchar`,
  textOf: (written) => written,
}
