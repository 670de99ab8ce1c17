/** A column of an answer, as `JSONCompact` has it. */
export interface Column {
  readonly name: string
  readonly type: string
}

/** The row that DuckDB would have given: booleans, whole numbers as numbers, lists and objects. */
export function toRow<Row>(columns: readonly Column[], values: readonly unknown[]): Row {
  return Object.fromEntries(columns.map(({ name, type }, i) => [name, toValue(type, values[i])])) as Row
}

/** Columns are signed, so what has eight bits and no sign is a boolean. 128-bit numbers come as texts. */
function toValue(type: string, value: unknown): unknown {
  if (value === null) return null
  const item = /^Array\((.*)\)$/.exec(type)?.[1]
  if (item) return (value as unknown[]).map((each) => toValue(item, each))
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(type)?.[1]
  if (inner) return toValue(inner, value)
  const values = /^Map\(String, (.*)\)$/.exec(type)?.[1]
  if (values) return toObject(values, value as Record<string, unknown>)
  if (type === 'Bool' || type === 'UInt8') return Boolean(value)
  return /^U?Int\d+$/.test(type) ? Number(value) : value
}

const toObject = (type: string, value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toValue(type, each)]))
