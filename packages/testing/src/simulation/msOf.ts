import { parseClock } from '@helptally/core'

const WORDS = /^(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d{1,3})?)s)?(?:(\d+)ms)?$/

/** A length of time in ms: `'5m1s'`, `'4m59.999s'`, `'250ms'`, `'4:59.999'`, or ms as they are. Throws on anything else. */
export function msOf(length: string | number): number {
  const ms = typeof length === 'number' ? length : (parseClock(length) ?? inWords(length))
  if (Number.isInteger(ms) && ms >= 0) return ms
  throw new Error(
    `[helptally] Expected a length of time such as '5m1s', '4:59.999' or 250 (ms), got ${JSON.stringify(length)}.`,
  )
}

function inWords(length: string): number {
  const [found, ...parts] = WORDS.exec(length) ?? []
  if (!found) return Number.NaN
  const [hours = 0, minutes = 0, seconds = 0, ms = 0] = parts.map((part) => Number(part ?? 0))
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000) + ms
}
