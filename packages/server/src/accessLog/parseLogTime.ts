import { EARLIEST_MS, LATEST_MS } from '@helptally/core'

const TIME = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MINUTE_MS = 60_000

/** A time such as `17/May/2015:10:05:03 +0000`; epoch ms, null for anything else, and for times that no event may have. */
export function parseLogTime(text: string): number | null {
  const found = TIME.exec(text)
  if (!found) return null
  const [day, year, hour, minute, second, hoursOff, minutesOff] = [1, 3, 4, 5, 6, 8, 9].map((i) =>
    Number(found[i]),
  ) as [number, number, number, number, number, number, number]
  const month = MONTHS.indexOf(found[2]!)
  // Of the wall: a leap second is the one after it.
  const wall = new Date(Date.UTC(year, month, day, hour, minute, second))
  const isReal = month >= 0 && day >= 1 && new Date(Date.UTC(year, month, day)).getUTCDate() === day
  if (!isReal || hour > 23 || minute > 59 || second > 60 || hoursOff > 14 || minutesOff > 59) return null
  const off = (hoursOff * 60 + minutesOff) * (found[7] === '-' ? -1 : 1)
  const at = wall.getTime() - off * MINUTE_MS
  return at >= EARLIEST_MS && at <= LATEST_MS ? at : null
}
