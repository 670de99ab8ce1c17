import type { Forgotten, Store } from '../store/store.js'
import { dateAt } from '../wallClock.js'
import { oldSql } from './old.sql.js'

/** What goes of a day: events of that day, and sessions that started on it. */
export interface OldDay extends Forgotten {
  /** In the time zone asked for: 2026-03-10. */
  readonly date: string
}

/** What would go, day by day, the oldest first, if everything older than `before` (epoch ms) did. Changes nothing. */
export async function oldDays(store: Store, before: number, tz: string): Promise<OldDay[]> {
  const slots = await store.query<Forgotten & { readonly slot: number }>(oldSql, { before })
  const days = new Map<string, Forgotten>()
  for (const { slot, sessions, events } of slots) {
    const date = dateAt(slot, tz)
    const day = days.get(date) ?? NONE
    days.set(date, { sessions: day.sessions + sessions, events: day.events + events })
  }
  return [...days].map(([date, day]) => ({ date, ...day }))
}

export const NONE: Forgotten = { sessions: 0, events: 0 }

export const sumOf = (some: readonly Forgotten[]): Forgotten =>
  some.reduce<Forgotten>(
    (sum, { sessions, events }) => ({ sessions: sum.sessions + sessions, events: sum.events + events }),
    NONE,
  )
