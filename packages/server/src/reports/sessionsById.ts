import type { Store } from '../store/store.js'
import { type CountedSession, sessionRowOf } from './live.js'
import { sessionsByIdSql } from './live.sql.js'
import type { SessionRow } from './shapes.js'

/** These sessions of a site, the latest first; `now` (epoch ms) decides what is open. What is not there is left out. */
export async function sessionsById(
  store: Store,
  { site, ids }: { readonly site: string; readonly ids: readonly string[] },
  now: number,
): Promise<SessionRow[]> {
  const rows = await store.query<CountedSession>(sessionsByIdSql, { site, ids })
  return rows.map((row) => sessionRowOf(row, now))
}
