import type { GapChangeRow } from '../store/wholeRows.js'

/**
 * The changes of a store that takes over another one's: the other one's first, as they lie, and then those that were made
 * here meanwhile, numbered behind them: the latest change that holds says what is.
 */
export function mergeGapChanges(theirs: readonly GapChangeRow[], ours: readonly GapChangeRow[]): GapChangeRow[] {
  const undone = new Map(ours.map((row) => [nameOf(row), row.undone_by]))
  const taken = theirs.map((row) => ({ ...row, undone_by: row.undone_by ?? undone.get(nameOf(row)) ?? null }))
  const names = new Set(theirs.map(nameOf))
  const own = ours.filter((row) => !names.has(nameOf(row))).sort((a, b) => a.nr - b.nr)
  const numbers = new Map([...new Set(own.map(({ nr }) => nr))].map((nr, i) => [nr, i + 1]))
  const last = theirs.reduce((most, { nr }) => Math.max(most, nr), 0)
  return [...taken, ...own.map((row) => ({ ...row, nr: last + numbers.get(row.nr)! }))]
}

const nameOf = ({ site, did, at, by, query, field, value }: GapChangeRow): string =>
  JSON.stringify([site, did, at, by, query, field, value])
