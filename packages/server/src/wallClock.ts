import { wallTimeAt } from './reports/zonedTime.js'

const two = (n: number): string => String(n).padStart(2, '0')

/** The date at an instant (epoch ms) in a time zone: 2026-03-10. */
export function dateAt(instant: number, tz: string): string {
  const { year, month, day } = wallTimeAt(instant, tz)
  return `${year}-${two(month)}-${two(day)}`
}

/** Date and time at an instant (epoch ms) in a time zone, to the millisecond: 2026-03-10 09:30:00.250. */
export function timeAt(instant: number, tz: string): string {
  const { hour, minute, second } = wallTimeAt(instant, tz)
  const ms = String(((instant % 1000) + 1000) % 1000).padStart(3, '0')
  return `${dateAt(instant, tz)} ${two(hour)}:${two(minute)}:${two(second)}.${ms}`
}
