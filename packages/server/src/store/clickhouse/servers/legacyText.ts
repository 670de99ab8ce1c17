import type { QueryParams, QueryValue } from '../../store.js'

/** What must stay as it is (strings, quoted names, comments), a parameter, or a type that old servers have not. */
const PIECES =
  /'(?:[^'\\]|\\[\s\S]|'')*'|`(?:[^`\\]|\\[\s\S])*`|"(?:[^"\\]|\\[\s\S])*"|--[^\n]*|\/\*[\s\S]*?\*\/|(?<before>\b(?:[Ii][Nn]|[Ll][Ii][Mm][Ii][Tt]|[Oo][Ff][Ff][Ss][Ee][Tt])\s+)?\{(?<name>\w+)\s*:\s*(?<type>\w+(?:\([^{}]*\))?)\s*\}|\bLowCardinality\((?<plain>\w+(?:\(\w+\))?)\)|\b(?<bool>Bool)\b/g

/**
 * A statement for servers before 22: they have no parameters, so values stand in it as literals, and neither Bool nor,
 * without an experimental setting, LowCardinality.
 */
export function legacyText(sql: string, params: QueryParams = {}): string {
  return sql.replace(PIECES, (piece, ...rest) => {
    const { before = '', name, type, plain, bool } = rest.at(-1) as Record<string, string | undefined>
    if (name !== undefined)
      return `${before}${literalOf(params, name, { type: type!, before: before.trim().toLowerCase() })}`
    if (plain !== undefined) return plain
    return bool === undefined ? piece : 'UInt8'
  })
}

/** After `in` stands a set, and after `limit` and `offset` a bare number. */
function literalOf(params: QueryParams, name: string, { type, before }: { type: string; before: string }): string {
  const value = params[name]
  if (value === undefined) throw new Error(`[helptally] Expected a value for the parameter ${name}, got none.`)
  const isBare = before !== '' && before !== 'in'
  if (!isList(value)) return isBare ? bare(value, type) : literal(value, type)
  const item = /^Array\((.*)\)$/.exec(type)?.[1] ?? ''
  if (before === 'in' && value.length > 0) return `(${value.map((one) => literal(one, item)).join(', ')})`
  const list = `CAST([${value.map((one) => bare(one, item)).join(', ')}] AS ${legacyText(type)})`
  return before === 'in' ? `(select arrayJoin(${list}))` : list
}

const isList = (value: QueryValue): value is readonly string[] | readonly number[] => Array.isArray(value)

type Single = string | number | boolean | null

/** Of its type: a small number by itself is an unsigned byte, and with that a boolean. */
function literal(value: Single, type: string): string {
  const [plain] = /U?Int\d+|Float\d+|UUID/.exec(type) ?? []
  return value === null || plain === undefined ? bare(value, type) : `to${plain}(${bare(value, type)})`
}

function bare(value: Single, type: string): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'string' || /String/.test(type) ? quoted(String(value)) : numeral(value)
}

function numeral(value: number): string {
  if (Number.isFinite(value)) return String(value)
  return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf'
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`
