import type { Outcome } from '@helptally/core'
import { SLOT_MS } from '../../../ledger/settle.js'
import type { Cluster } from '../servers/cluster.js'
import { inParts } from '../tables/idLists.js'
import { insertRows } from '../tables/insertRows.js'
import type { LoadedEvent } from './loadVisitors.js'

/** Rows that one question names. */
const AT_ONCE = 1_000

export interface Booking {
  /** Begins the name of what is booked: of one name each event is booked once. */
  readonly as: 'twin' | 'erased'
  readonly outcome: Extract<Outcome, 'duplicate' | 'consent_missing'>
  readonly reason: string
}

/**
 * Has the ledger say what really became of events that it has as taken in. Each once, also where it was booked before
 * and not taken out any more.
 */
export async function bookAgain(cluster: Cluster, events: readonly LoadedEvent[], booking: Booking): Promise<void> {
  const nameOf = ({ event_id, block }: LoadedEvent): string => `${booking.as}/${event_id}/${block}`
  for (const part of inParts(events, AT_ONCE)) {
    const names = part.map((event) => `'${nameOf(event)}'`).join(',')
    for (const [table, rowOf] of Object.entries({ ledger: correctionOf, ledger_events: outcomeOf })) {
      const sql = `select distinct toString(l.block) as block from ${table} l where l.block in (${names})`
      const booked = new Set((await cluster.queryShard<{ block: string }>(0, sql)).map(({ block }) => block))
      const missing = part.filter((event) => !booked.has(nameOf(event)))
      await insertRows(
        cluster,
        0,
        table,
        missing.map((event) => ({ ...rowOf(event, booking), block: nameOf(event) })),
      )
    }
  }
}

/** What the ledger has too many of, and too few. */
function correctionOf({ received_at, site, synthetic, label }: LoadedEvent, { outcome }: Booking): object {
  const counts: Partial<Record<Outcome, number>> = { [label || 'accepted']: -1, [outcome]: 1 }
  return { slot: received_at - (received_at % SLOT_MS), site, synthetic, ...counts }
}

function outcomeOf({ event_id, site, tab_id, seq, received_at }: LoadedEvent, { outcome, reason }: Booking): object {
  return { event_id, outcome, reason, site, tab_id, seq, received_at }
}
