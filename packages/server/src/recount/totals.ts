import type { RecountedDay, Tally } from './tally.js'

/** The sums of a recount over its days. */
export function totalsOf({ days }: Pick<Tally, 'days'>): Omit<RecountedDay, 'start'> {
  const sum = (key: Exclude<keyof RecountedDay, 'start'>): number => days.reduce((total, day) => total + day[key], 0)
  return { claimed: sum('claimed'), found: sum('found'), merged: sum('merged'), split: sum('split') }
}

export const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, n) => total + n, 0)
