import type { QueryParams, QueryValue } from '../../store/store.js'
import { tokensOf } from './tokens.js'

/** Puts ClickHouse's `{name:Type}` in the place of each `$name`; the type is that of the value. */
export function nameParameters(sql: string, params: QueryParams): string {
  return tokensOf(sql)
    .map(({ kind, text }) => (kind === 'parameter' ? placeOf(text.slice(1), params) : text))
    .join('')
}

function placeOf(name: string, params: QueryParams): string {
  const value = params[name]
  if (value === undefined) throw new Error(`[helptally] Expected a value for $${name}, found none`)
  return `{${name}:${typeOfValue(value)}}`
}

export function typeOfValue(value: QueryValue): string {
  if (value === null) return 'Nullable(String)'
  if (typeof value === 'string') return 'String'
  if (typeof value === 'boolean') return 'Bool'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'Int64' : 'Float64'
  if (value.every((item) => typeof item === 'string')) return 'Array(String)'
  return value.every((item) => Number.isSafeInteger(item)) ? 'Array(Int64)' : 'Array(Float64)'
}
