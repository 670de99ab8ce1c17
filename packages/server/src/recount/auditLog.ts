import { CHANNELS, type Entry } from '@helptally/core'
import type { Store } from '../store/store.js'
import { auditRollUpSql, auditSql, NAMED_AT_ONCE, rolledUpSql, TAB_FAULTS, type TabFault } from './audit.sql.js'
import { slicesSql } from './evidence.sql.js'
import type { RecountAsked, TabSlice } from './recountLog.js'

/** What a database looks at together: it keeps no more of them in memory. */
const EVENTS_AT_ONCE = 200_000
const SESSIONS_AT_ONCE = 500_000

export const ROLL_UP_FAULTS = ['not_rolled_up', 'only_rolled_up', 'rolled_up_otherwise'] as const
export type RollUpFault = (typeof ROLL_UP_FAULTS)[number]

/** What can be wrong at one event, or with one session of the roll-up. */
export type Fault = TabFault | RollUpFault
export const FAULTS: readonly Fault[] = [...(Object.keys(TAB_FAULTS) as TabFault[]), ...ROLL_UP_FAULTS]

export interface AuditAsked extends Pick<RecountAsked, 'site' | 'from' | 'to' | 'starts'> {
  /** ms. Default: that of the rulebook. */
  readonly idleMs?: number
}

export interface AuditedDay extends Record<Entry, number> {
  /** Epoch ms, the day's first instant in the time zone. */
  readonly start: number
  /** Sessions that pages started. */
  claimed: number
  /** Of those the ones in tabs whose clock ran back: the database cannot say whether they are any. */
  unclear: number
  /** Sessions that openings and gaps start, in all other tabs; by entry as well. */
  found: number
  /** Sessions of the roll-up, which the reports count. */
  rolled_up: number
}

export interface Audited {
  /** Of the tabs that opened an article in the period. */
  readonly events: number
  readonly days: readonly AuditedDay[]
  readonly faults: Readonly<Record<Fault, number>>
  /** At most 100 of each. */
  readonly named: readonly NamedFault[]
}

/** An event, or a session of the roll-up. */
export interface NamedFault {
  readonly fault: Fault
  readonly id: string
  /** Epoch ms. */
  readonly at: number
}

export interface AuditOptions {
  readonly onProgress?: (done: number, of: number) => void
  readonly signal?: AbortSignal
  readonly eventsAtOnce?: number
  readonly sessionsAtOnce?: number
}

type DayRow = Omit<AuditedDay, 'rolled_up'> &
  Record<TabFault, number> & { readonly [Fault in TabFault as `${Fault}_named`]: readonly string[] | null }

/**
 * Counts the sessions of the help center by openings and gaps, inside the database, and compares them with what pages
 * claimed and with the roll-up. What it cannot say is what a recount says: tabs whose clock ran back, conversations, and
 * why something differs.
 */
export async function auditLog(
  store: Store,
  { site, from, to, starts, idleMs = CHANNELS.help.idleMs }: AuditAsked,
  { onProgress, signal, eventsAtOnce = EVENTS_AT_ONCE, sessionsAtOnce = SESSIONS_AT_ONCE }: AuditOptions = {},
): Promise<Audited> {
  const period = { site, from, to }
  const faults = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>
  const named = new Map<Fault, NamedFault[]>()
  const days = starts.map((start): AuditedDay => ({ start, ...NONE }))
  const dayOf = new Map(days.map((day) => [day.start, day]))
  const note = (fault: Fault, n: number, texts: readonly string[] | null): void => {
    faults[fault] += n
    named.set(fault, earliest([...(named.get(fault) ?? []), ...(texts ?? []).map((text) => namedOf(fault, text))]))
  }

  const slices = await store.query<TabSlice & { events: number }>(slicesSql, { ...period, size: eventsAtOnce })
  const events = slices.reduce((sum, slice) => sum + slice.events, 0)
  let done = 0
  for (const { events: within, ...slice } of slices) {
    signal?.throwIfAborted()
    const rows = await store.query<DayRow>(auditSql, { ...period, starts, ...slice, idle_ms: idleMs })
    for (const row of rows) {
      const day = dayOf.get(row.start)!
      for (const key of COUNTED) day[key] += row[key]
      for (const fault of Object.keys(TAB_FAULTS) as TabFault[]) note(fault, row[fault], row[`${fault}_named`])
    }
    done += within
    onProgress?.(done, events)
  }

  for (const { start, rolled_up } of await store.query<AuditedDay>(rolledUpSql, { ...period, starts })) {
    dayOf.get(start)!.rolled_up = rolled_up
  }
  const sessions = days.reduce((sum, { claimed, rolled_up }) => sum + Math.max(claimed, rolled_up), 0)
  const buckets = Math.max(1, Math.ceil(sessions / sessionsAtOnce))
  for (let bucket = 0; bucket < buckets; bucket++) {
    signal?.throwIfAborted()
    const rows = await store.query<RollUpRow>(auditRollUpSql, { ...period, buckets, bucket })
    for (const { fault, n, named: texts } of rows) note(fault, n, texts)
  }
  signal?.throwIfAborted()
  return { events, days, faults, named: FAULTS.flatMap((fault) => named.get(fault) ?? []) }
}

interface RollUpRow {
  readonly fault: RollUpFault
  readonly n: number
  readonly named: readonly string[]
}

const COUNTED = ['claimed', 'unclear', 'found', 'article_click', 'direct_link', 'search_enter'] as const
const NONE = { claimed: 0, unclear: 0, found: 0, article_click: 0, direct_link: 0, search_enter: 0, rolled_up: 0 }

function namedOf(fault: Fault, text: string): NamedFault {
  const [at, id] = text.split(' ')
  return { fault, id: id!, at: Number(at) }
}

const earliest = (all: readonly NamedFault[]): NamedFault[] =>
  [...all].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).slice(0, NAMED_AT_ONCE)
