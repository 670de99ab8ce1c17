import { SLOT_MS } from '../ledger/settle.js'
import type { Cluster } from '../store/clickhouse/servers/cluster.js'
import { inParts } from '../store/clickhouse/tables/idLists.js'
import { insertRows } from '../store/clickhouse/tables/insertRows.js'
import type { MovedEvent } from './side.js'

/** Rows that one question names. */
const AT_ONCE = 1_000

const nameOf = ({ id }: MovedEvent): string => `twice/${id}`

/**
 * Two stores have taken these events from their page, and count both: the ledger has one of the two as the duplicate that
 * it is. Each once, also where it was booked before. Resolves to how many are new.
 */
export async function bookTwice(cluster: Cluster, events: readonly MovedEvent[]): Promise<number> {
  let added = 0
  for (const part of inParts(events, AT_ONCE)) {
    const names = part.map((event) => `'${nameOf(event)}'`).join(',')
    // First the list, which is kept for days, and then the counts, which stay: these say what was done.
    const sql = `select distinct toString(l.block) as block from ledger l where l.block in (${names})`
    const booked = new Set((await cluster.queryShard<{ block: string }>(0, sql)).map(({ block }) => block))
    const missing = part.filter((event) => !booked.has(nameOf(event)))
    await insertRows(cluster, 0, 'ledger_events', missing.map(listed))
    await insertRows(cluster, 0, 'ledger', missing.map(corrected))
    added += missing.length
  }
  return added
}

interface Line {
  readonly event_id: string
  readonly site: string
  readonly tab_id: string
  readonly seq: number
  readonly synthetic: boolean
  readonly label: string
  readonly received_at: number
}

function listed(event: MovedEvent): object {
  const { event_id, site, tab_id, seq, received_at } = JSON.parse(event.line) as Line
  return { event_id, outcome: 'duplicate', reason: '', site, tab_id, seq, received_at, block: nameOf(event) }
}

function corrected(event: MovedEvent): object {
  const { received_at, site, synthetic, label } = JSON.parse(event.line) as Line
  const counts = { [label || 'accepted']: -1, duplicate: 1 }
  return { slot: received_at - (received_at % SLOT_MS), site, synthetic, ...counts, block: nameOf(event) }
}
