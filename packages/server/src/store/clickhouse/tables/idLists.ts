import { isUuid } from '../../../isUuid.js'

/** Ids that one statement names at most: servers read no statement that is longer than 256 KiB (`max_query_size`). */
export const IDS_AT_ONCE = 6_000

/** Ids as a list within a statement, each once. In a parameter so many would not go through a server's address. */
export function uuidList(ids: readonly string[]): string {
  const all = [...new Set(ids)]
  const odd = all.find((id) => !isUuid(id))
  if (odd !== undefined) throw new Error(`[helptally] Expected the UUID of an event, a tab or a visitor, got "${odd}".`)
  return all.map((id) => `'${id}'`).join(',')
}

export function inParts<T>(all: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most))
}
