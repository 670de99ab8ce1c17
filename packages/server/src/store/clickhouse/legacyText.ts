import type { QueryParams, QueryValue } from '../store.js'

/** What must stay as it is (strings, quoted names, comments), a parameter, or a type that old servers have not. */
const PIECES =
  /'(?:[^'\\]|\\[\s\S]|'')*'|`(?:[^`\\]|\\[\s\S])*`|"(?:[^"\\]|\\[\s\S])*"|--[^\n]*|\/\*[\s\S]*?\*\/|(?<within>\b[Ii][Nn]\s+)?\{(?<name>\w+)\s*:\s*(?<type>\w+(?:\([^{}]*\))?)\s*\}|\bLowCardinality\((?<plain>\w+(?:\(\w+\))?)\)|\b(?<bool>Bool)\b/g

/**
 * A statement for servers before 22: they have no parameters, so values stand in it as literals, and neither Bool nor,
 * without an experimental setting, LowCardinality.
 */
export function legacyText(sql: string, params: QueryParams = {}): string {
  return sql.replace(PIECES, (piece, ...rest) => {
    const { within, name, type, plain, bool } = rest.at(-1) as Record<string, string | undefined>
    if (name !== undefined)
      return `${within ?? ''}${literalOf(params, name, { type: type!, isSet: within !== undefined })}`
    if (plain !== undefined) return plain
    return bool === undefined ? piece : 'UInt8'
  })
}

function literalOf(params: QueryParams, name: string, { type, isSet }: { type: string; isSet: boolean }): string {
  const value = params[name]
  if (value === undefined) throw new Error(`[helptally] Expected a value for the parameter ${name}, got none.`)
  if (!isList(value)) return literal(value, type)
  const item = /^Array\((.*)\)$/.exec(type)?.[1] ?? ''
  if (value.length > 0) {
    const items = value.map((one) => literal(one, item)).join(', ')
    return isSet ? `(${items})` : `[${items}]`
  }
  const none = `CAST([] AS ${legacyText(type)})`
  // A set of nothing is no literal.
  return isSet ? `(select arrayJoin(${none}))` : none
}

const isList = (value: QueryValue): value is readonly string[] | readonly number[] => Array.isArray(value)

function literal(value: string | number | boolean | null, type: string): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (/String/.test(type)) return quoted(String(value))
  if (/UUID/.test(type)) return `toUUID(${quoted(String(value))})`
  return typeof value === 'number' ? numeral(value) : quoted(String(value))
}

function numeral(value: number): string {
  if (Number.isFinite(value)) return value < 0 ? `(${value})` : String(value)
  return Number.isNaN(value) ? 'nan' : value < 0 ? '(-inf)' : 'inf'
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`
