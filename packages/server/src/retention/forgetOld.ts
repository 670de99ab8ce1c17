import { parseMoment } from '../reports/parseMoment.js'
import type { Forgotten, Store } from '../store/store.js'
import { NONE, type OldDay, sumOf } from './oldDays.js'

/** Days are taken together until they have so many events. In between, the site gets its turn. */
const EVENTS_AT_ONCE = 200_000

export interface ForgetOptions {
  /** Epoch ms. */
  readonly before: number
  readonly tz: string
  readonly onGone: (gone: Forgotten) => void
  /** Between two pieces. What is gone stays gone. */
  readonly signal: AbortSignal
  /** Default 200,000. */
  readonly eventsAtOnce?: number
}

/** Deletes what is older than `before`, whose days are known, piece by piece, the oldest first; resolves to all that went. */
export async function forgetOld(
  store: Store,
  days: readonly OldDay[],
  { before, tz, onGone, signal, eventsAtOnce = EVENTS_AT_ONCE }: ForgetOptions,
): Promise<Forgotten> {
  let gone = NONE
  for (const moment of [...endsOfPieces(days, tz, eventsAtOnce), before]) {
    signal.throwIfAborted()
    gone = sumOf([gone, await store.forgetBefore(moment)])
    onGone(gone)
  }
  return gone
}

function endsOfPieces(days: readonly OldDay[], tz: string, eventsAtOnce: number): number[] {
  const ends: number[] = []
  let events = 0
  for (const [i, day] of days.entries()) {
    events += day.events
    const next = days[i + 1]
    if (!next || events < eventsAtOnce) continue
    ends.push(parseMoment(next.date, tz)!)
    events = 0
  }
  return ends
}
