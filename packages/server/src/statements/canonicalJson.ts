/**
 * JSON of which there is one writing only, by RFC 8785: no spaces, keys sorted by their UTF-16 units, numbers as
 * ECMAScript writes them. Throws for what that has no writing of.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  if (!isWritable(value)) throw new Error(`[helptally] Expected a value that JSON can write, got ${String(value)}.`)
  return JSON.stringify(value)
}

function isWritable(value: unknown): value is string | number | boolean | null {
  if (typeof value === 'string') return value.isWellFormed()
  return value === null || typeof value === 'boolean' || Number.isFinite(value)
}
