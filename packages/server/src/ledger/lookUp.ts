import type { EventName, Outcome } from '@helptally/core'
import type { Store } from '../store/store.js'
import { lookUpSql } from './lookUp.sql.js'

/** One arrival of an event. Times are ISO instants. */
export interface Arrival {
  readonly outcome: Outcome
  /** Why it was not taken in; '' when it was. */
  readonly reason: string
  readonly site: string
  readonly received_at: string
  /** What was kept; null when nothing was. */
  readonly event: {
    readonly name: EventName
    readonly session_id: string | null
    /** When it happened, by the page's clock. */
    readonly ts: string
    /** When it happened, by the collector's clock: reports go by this one. */
    readonly at: string
    /** `at` - `ts`: what the page's clock was off by. 0 when it was believed. */
    readonly corrected_by_ms: number
  } | null
}

/** What became of one event. */
export interface LedgerEntry {
  readonly id: string
  /** More than one when the page sent it more than once. */
  readonly arrivals: readonly Arrival[]
}

interface Row extends Omit<Arrival, 'received_at' | 'event'> {
  readonly received_at: number
  readonly name: EventName | null
  readonly session_id: string | null
  readonly ts: number | null
  readonly at: number | null
}

/** What became of an event on the sites that `mayTell`; null when nothing is known of its id there. */
export async function lookUp(
  store: Store,
  id: string,
  mayTell: (site: string) => boolean,
): Promise<LedgerEntry | null> {
  const rows = (await store.query<Row>(lookUpSql, { id })).filter(({ site }) => mayTell(site))
  return rows.length === 0 ? null : { id, arrivals: rows.map(arrivalOf) }
}

function arrivalOf({ outcome, reason, site, received_at, name, session_id, ts, at }: Row): Arrival {
  const arrival = { outcome, reason, site, received_at: isoOf(received_at) }
  if (name === null || ts === null || at === null) return { ...arrival, event: null }
  return { ...arrival, event: { name, session_id, ts: isoOf(ts), at: isoOf(at), corrected_by_ms: at - ts } }
}

const isoOf = (instant: number): string => new Date(instant).toISOString()
