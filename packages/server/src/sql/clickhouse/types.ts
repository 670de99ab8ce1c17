const TYPES: Readonly<Record<string, string>> = {
  boolean: 'Bool',
  tinyint: 'Int16',
  utinyint: 'Int16',
  smallint: 'Int16',
  integer: 'Int32',
  bigint: 'Int64',
  ubigint: 'UInt64',
  hugeint: 'Int128',
  double: 'Float64',
  varchar: 'String',
  uuid: 'UUID',
}

/** ClickHouse's name of a DuckDB type, which may be a list of another. */
export function typeOf(name: string): string {
  if (name.endsWith('[]')) return `Array(${typeOf(name.slice(0, -2))})`
  const type = TYPES[name]
  if (type) return type
  throw new Error(
    `[helptally] Expected a type that ClickHouse has, one of ${Object.keys(TYPES).join(', ')}, found ${name}`,
  )
}
