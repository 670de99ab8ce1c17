import type { DashboardLocale } from '../locale.js'

const SECOND_MS = 1000
const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', SECOND_MS],
] as const

/** A non-breaking space: a number and its unit stay on one line. */
export const NBSP = '\u00a0'

/**
 * `3 min 12 s`: the two largest units, rounded down, so that 4:59.999 never reads as the five minutes that it did not reach.
 * The symbols are the international ones, the same in both languages.
 */
export function formatDuration(locale: DashboardLocale, ms: number): string {
  if (ms > 0 && ms < SECOND_MS) return `<${NBSP}1${NBSP}s`
  const whole = new Intl.NumberFormat(locale)
  const first = UNITS.findIndex(([, size]) => ms >= size)
  if (first < 0) return `0${NBSP}s`
  let rest = ms
  return UNITS.slice(first, first + 2)
    .map(([unit, size]) => {
      const amount = Math.floor(rest / size)
      rest -= amount * size
      return amount === 0 ? '' : `${whole.format(amount)}${NBSP}${unit}`
    })
    .filter(Boolean)
    .join(' ')
}
