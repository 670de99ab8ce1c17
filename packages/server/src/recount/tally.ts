import {
  CHANNELS,
  type Channel,
  type ChannelRule,
  checkClaims,
  claimsSession,
  compareRules,
  type Difference,
  type Moved,
} from '@helptally/core'
import type { Thread } from './readEvidence.js'

/** Of each kind, how many are named. All are counted. */
export const MOST_NAMED = 100

export interface RecountedDay {
  /** Epoch ms, the day's first instant in the time zone. */
  readonly start: number
  /** Sessions that pages started on that day. */
  claimed: number
  /** Sessions that the rulebook starts. */
  found: number
  /** Sessions by the other rules: `found - merged + split`. */
  merged: number
  split: number
}

/** What a recount has found so far. Survives JSON, so that it can go on where it was interrupted. */
export interface Tally {
  tabs: number
  events: number
  readonly days: readonly RecountedDay[]
  readonly differences: Record<Difference['kind'], number>
  readonly causes: Record<Difference['cause'], number>
  readonly named: Difference[]
  readonly moved: Moved[]
}

export const newTally = (starts: readonly number[]): Tally => ({
  tabs: 0,
  events: 0,
  days: starts.map((start) => ({ start, claimed: 0, found: 0, merged: 0, split: 0 })),
  differences: { not_claimed: 0, not_found: 0, elsewhere: 0 },
  causes: { late_event: 0, clock_corrected: 0, claim_wrong: 0 },
  named: [],
  moved: [],
})

/** Which sessions are counted, and by which other rules as well. */
export interface Counted {
  /** Epoch ms, half-open. */
  readonly from: number
  readonly to: number
  readonly rules: Readonly<Record<Channel, ChannelRule>> | null
}

/** Adds a tab to a tally. A tab may reach beyond the period: what counts is where a session started. */
export function addThread(tally: Tally, { channel, events }: Thread, { from, to, rules }: Counted): void {
  const isInside = ({ at }: { readonly at: number }) => at >= from && at < to
  const rule = CHANNELS[channel]
  tally.tabs++
  tally.events += events.length
  for (const event of events) {
    if (isInside(event) && claimsSession(rule, event)) toDay(tally, event.at, 'claimed', 'found')
  }
  for (const difference of checkClaims(rule, events)) if (isInside(difference)) note(tally, difference)
  if (!rules) return
  for (const one of compareRules(rule, rules[channel], events)) if (isInside(one)) moved(tally, one)
}

/** Counts one more where it differs. */
export function note(tally: Tally, difference: Difference): void {
  const { kind, cause, at } = difference
  if (kind === 'not_claimed') dayOf(tally.days, at).found++
  if (kind === 'not_found') dayOf(tally.days, at).found--
  tally.differences[kind]++
  tally.causes[cause]++
  if (tally.named.length < MOST_NAMED) tally.named.push(difference)
}

/** Counts one more that other rules count otherwise. */
export function moved(tally: Tally, one: Moved): void {
  dayOf(tally.days, one.at)[one.kind]++
  if (tally.moved.length < MOST_NAMED) tally.moved.push(one)
}

/** Counts one more session on its day. */
export function toDay(tally: Tally, at: number, ...kinds: readonly ('claimed' | 'found')[]): void {
  const day = dayOf(tally.days, at)
  for (const kind of kinds) day[kind]++
}

/** The day of a moment in the period. */
function dayOf(days: readonly RecountedDay[], at: number): RecountedDay {
  let [low, high] = [0, days.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (days[middle]!.start <= at) low = middle
    else high = middle - 1
  }
  return days[low]!
}
