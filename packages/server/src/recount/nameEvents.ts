import type { Difference } from '@helptally/core'
import type { Store } from '../store/store.js'
import { eventIdsSql } from './evidence.sql.js'

/** Gives the differences at events that are known by tab and number only, as `readEvidence` has them, their ids. */
export async function nameEvents(
  store: Store,
  site: string,
  differences: readonly Difference[],
): Promise<Difference[]> {
  const numbered = differences.map(({ eventId }) => eventId.split(' ')).filter((parts) => parts.length === 2)
  if (numbered.length === 0) return [...differences]
  const rows = await store.query<{ tab_id: string; seq: number; id: string }>(eventIdsSql, {
    site,
    tabs: numbered.map(([tabId]) => tabId!),
    seqs: numbered.map(([, seq]) => Number(seq)),
  })
  const ids = new Map(rows.map(({ tab_id, seq, id }) => [`${tab_id} ${seq}`, id]))
  return differences.map((difference) => ({
    ...difference,
    eventId: ids.get(difference.eventId) ?? difference.eventId,
  }))
}
