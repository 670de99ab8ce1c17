import type { PageEvent } from '@helptally/core'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** How long an event may have waited in its page before it was sent. */
export const MAX_EVENT_AGE_MS: number = 7 * DAY_MS
/** How far a page's clock may have been set back between an event and its sending. */
export const MAX_EVENT_AHEAD_MS: number = 5 * MINUTE_MS
/** A page's clock this close to ours is believed; further off it is corrected by the difference. */
export const CLOCK_TOLERANCE_MS: number = 5 * MINUTE_MS

export interface BadTime {
  readonly outcome: 'late' | 'invalid'
  readonly reason: string
}

/** Why an event's times cannot be; null when they can. All on the page's clock, so that a wrong clock refuses nothing. */
export function badTime(event: PageEvent, sentAt: number): BadTime | null {
  const ageMs = sentAt - event.ts
  if (ageMs > MAX_EVENT_AGE_MS) {
    return { outcome: 'late', reason: `ts: expected at most 7 days before sentAt, got ${days(ageMs)}` }
  }
  if (-ageMs > MAX_EVENT_AHEAD_MS) return ahead('ts', -ageMs)
  const activeAt = 'activeAt' in event ? event.activeAt : null
  const activeAheadMs = (activeAt ?? sentAt) - sentAt
  return activeAheadMs > MAX_EVENT_AHEAD_MS ? ahead('activeAt', activeAheadMs) : null
}

/**
 * When an event happened by the collector's clock (epoch ms). From a page whose clock runs ahead within the tolerance
 * it may seem to lie in the future, but never further than that.
 */
export function correctedTime(ts: number, sentAt: number, receivedAt: number): number {
  const offMs = receivedAt - sentAt
  const at = Math.abs(offMs) <= CLOCK_TOLERANCE_MS ? ts : ts + offMs
  return Math.min(at, receivedAt + MAX_EVENT_AHEAD_MS)
}

const ahead = (field: string, ms: number): BadTime => ({
  outcome: 'invalid',
  reason: `${field}: expected at most 5 minutes after sentAt, got ${minutes(ms)}`,
})

const days = (ms: number): string => `${(ms / DAY_MS).toFixed(1)} days`
const minutes = (ms: number): string => `${(ms / MINUTE_MS).toFixed(1)} minutes`
