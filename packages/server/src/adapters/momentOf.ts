import { EARLIEST_MS, LATEST_MS } from '@helptally/core'

/** As seconds this is the year 5138, as milliseconds 1973. */
const LEAST_MS = 100_000_000_000

/** Epoch ms of a time in seconds or in milliseconds: Meta's own examples have both. null for what is none. */
export function momentOf(time: unknown): number | null {
  const number = typeof time === 'string' && /^\d{1,15}$/.test(time) ? Number(time) : time
  if (typeof number !== 'number' || !Number.isFinite(number)) return null
  const at = Math.round(number < LEAST_MS ? number * 1_000 : number)
  return at >= EARLIEST_MS && at <= LATEST_MS ? at : null
}
