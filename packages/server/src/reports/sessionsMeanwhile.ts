import { isUuid } from '../isUuid.js'
import type { Store } from '../store/store.js'
import { type CountedSession, sessionRowOf } from './live.js'
import { sessionsMeanwhileSql } from './live.sql.js'
import { MOST_BEHIND } from './settings.js'
import type { SessionRow } from './shapes.js'

/**
 * Sessions of the same visitor in other tabs, whose time from the start to the last activity overlaps that of this one;
 * the earliest first, at most 100. `now` (epoch ms) decides what is open.
 */
export async function sessionsMeanwhile(store: Store, id: string, now: number): Promise<SessionRow[]> {
  if (!isUuid(id)) return []
  const rows = await store.query<CountedSession>(sessionsMeanwhileSql, { id, limit: MOST_BEHIND })
  return rows.map((row) => sessionRowOf(row, now))
}
