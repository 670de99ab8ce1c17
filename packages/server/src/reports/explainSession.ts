import { explain, recount, type SessionExplained } from '@helptally/core'
import { isUuid } from '../isUuid.js'
import { fromRow } from '../log/fromRow.js'
import type { StoredEvent } from '../log/storedEvent.js'
import { readWhole, type WholeRow } from '../sql/readWhole.js'
import type { Store } from '../store/store.js'
import { tabEventsSql } from './tabEvents.sql.js'

/** Events of a tab that an explanation reads, before and after the one that opened the session. */
export const EVENTS_BEFORE = 1_000
export const EVENTS_AFTER = 10_000

/** Why a session was counted, as the collector answers it. */
export interface SessionAnswer extends SessionExplained {
  /** True when the tab is longer than what an explanation reads: its far ends are not part of this one. */
  readonly truncated: boolean
}

/**
 * One session, recounted from the events of its tab. null when no event opened a session of that id.
 * Where the recount finds that the event opened nothing, it explains the session that the event belongs to.
 */
export async function explainSession(store: Store, id: string, now: number): Promise<SessionAnswer | null> {
  if (!isUuid(id)) return null
  const found = await store.query<WholeRow>(tabEventsSql, { id, before: EVENTS_BEFORE, after: EVENTS_AFTER })
  const rows = found.map((row) => readWhole<StoredEvent>(row))
  const opening = rows.find((row) => row.event_id === id)
  if (!opening) return null
  const last = rows.at(-1)!
  const sessions = recount(rows.map(fromRow), onPageClock(last, now))
  const session = sessions.find(({ events }) => events.some((event) => event.id === id))!
  const truncated = rows[0]!.seq <= opening.seq - EVENTS_BEFORE || last.seq >= opening.seq + EVENTS_AFTER
  return { ...explain(session), truncated }
}

const onPageClock = (row: StoredEvent, now: number): number => now - (row.at - row.ts)
