/** What lies at a path of JSON; undefined where the path leads nowhere. */
export function readAt(value: unknown, ...path: readonly string[]): unknown {
  let found = value
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined
    found = (found as Record<string, unknown>)[name]
  }
  return found
}

/** The list at a path; one of nothing where there is none. */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = readAt(value, ...path)
  return Array.isArray(found) ? found : []
}

/** The id at a path: platforms write them as text or as numbers. '' where there is none. */
export function idAt(value: unknown, ...path: readonly string[]): string {
  const found = readAt(value, ...path)
  if (Number.isSafeInteger(found)) return String(found)
  return typeof found === 'string' ? found.toWellFormed().trim() : ''
}
