/** A column of an answer, as the format JSONCompact names it. */
export interface AnswerColumn {
  readonly name: string
  readonly type: string
}

/**
 * A row of an answer in JavaScript's values. Whole numbers are numbers: ours are counts and epoch ms, well inside a
 * double. Our tables have no unsigned bytes but booleans, so what a comparison makes of one is a boolean, too.
 */
export function toRow<Row>(columns: readonly AnswerColumn[], values: readonly unknown[]): Row {
  return Object.fromEntries(columns.map(({ name, type }, i) => [name, inJs(type, values[i])])) as Row
}

function inJs(type: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  const inner = /^(?:Nullable|LowCardinality)\((.*)\)$/.exec(type)?.[1]
  if (inner !== undefined) return inJs(inner, value)
  const item = /^Array\((.*)\)$/.exec(type)?.[1]
  if (item !== undefined) return (value as readonly unknown[]).map((one) => inJs(item, one))
  if (type === 'Bool' || type === 'UInt8') return Boolean(value)
  return /^(?:U?Int|Float|Decimal)/.test(type) ? Number(value) : value
}
