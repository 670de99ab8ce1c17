import type { Period } from './shapes.js'
import { startOfDay, wallTimeAt } from './zonedTime.js'

/** The period of the same length that ends where this one begins: as many days where it consists of days, else as many ms. */
export function periodBefore({ from, to, tz }: Period): Period {
  const [first, next] = [from, to].map((moment) => wallTimeAt(moment, tz)) as [WallTime, WallTime]
  const isDays = startOfDay(first, tz) === from && startOfDay(next, tz) === to
  if (!isDays) return { from: from - (to - from), to: from, tz }
  return { from: startOfDay({ ...first, day: first.day - daysBetween(first, next) }, tz), to: from, tz }
}

type WallTime = ReturnType<typeof wallTimeAt>

const DAY_MS = 24 * 60 * 60_000

const daysBetween = (first: WallTime, next: WallTime): number => (dayOf(next) - dayOf(first)) / DAY_MS

const dayOf = ({ year, month, day }: WallTime): number => Date.UTC(year, month - 1, day)
