import { startOfDay } from './zonedTime.js'

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/
/** Outside of these years there are no events, and time zones are guesswork. */
const YEARS = { first: 2000, last: 2100 }

/** An ISO date is the start of that day in the zone; an instant needs its offset. Epoch ms, null for anything else. */
export function parseMoment(text: string, tz: string): number | null {
  const date = DATE.exec(text)
  if (date) return isRealDate(text) ? startOfDay(wallDate(date), tz) : null
  // A `+` that was not escaped in a URL arrives as a space.
  const instant = INSTANT.exec(text.replace(' ', '+'))
  if (!instant || !isRealDate(instant[1]!)) return null
  const at = Date.parse(instant[0])
  return Number.isNaN(at) ? null : at
}

const wallDate = ([, year, month, day]: RegExpExecArray): { year: number; month: number; day: number } => ({
  year: Number(year),
  month: Number(month),
  day: Number(day),
})

/** Whether it is an ISO date of the years that have events: `Date` would read February 30 as March 2. */
export function isRealDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return false
  return date.getUTCFullYear() >= YEARS.first && date.getUTCFullYear() < YEARS.last
}
