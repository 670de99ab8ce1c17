import { ENTRIES } from '@helptally/core'
import { LEDGER_COUNTS } from '../ledger/ledgerCounts.js'
import { channelIntervalsSql } from '../reports/channels.sql.js'
import { choosingNone } from '../reports/choosingNone.js'
import { ledgerSql } from '../reports/ledger.sql.js'
import { sessionsSql } from '../reports/sessions.sql.js'
import type { LedgerCounts, SessionCounts } from '../reports/shapes.js'
import type { Store } from '../store/store.js'
import { eventsByDaySql, openingsByDaySql, orphanSearchesByDaySql } from './counts.sql.js'
import type { EventCounts, StatementCounts } from './statement.js'

/** Days to count, of a site: where each begins, and where the last one ends (epoch ms). */
export interface Days {
  readonly site: string
  readonly starts: readonly number[]
  readonly to: number
}

type Started<T> = T & { readonly start: number }

/** What the reports count on each of the days. */
export async function countDays(store: Store, days: Days): Promise<StatementCounts[]> {
  const scope = scopeOf(days)
  const sessions = await choosingNone(store).query<Started<SessionCounts>>(sessionsSql, { ...scope, ...ALL })
  const channels = await store.query<Started<{ channel: string; sessions: number }>>(channelIntervalsSql, scope)
  const orphans = await store.queryFacts<Started<{ orphan_searches: number }>>(orphanSearchesByDaySql, scope)
  const received = await store.query<Started<LedgerCounts>>(ledgerSql, scope)
  const events = await store.query<Started<EventCounts>>(eventsByDaySql, scope)
  return days.starts.map((start) => {
    const isOfDay = (row: { readonly start: number }): boolean => row.start === start
    return {
      sessions: sumBy(sessions.filter(isOfDay), SESSION_KEYS),
      channels: Object.fromEntries(channels.filter(isOfDay).map((row) => [row.channel, row.sessions])),
      orphan_searches: orphans.find(isOfDay)?.orphan_searches ?? 0,
      received: sumBy(received.filter(isOfDay), LEDGER_COUNTS),
      events: sumBy(events.filter(isOfDay), EVENT_KEYS),
    }
  })
}

/** The sessions of help on each day by what the log itself says, not by the roll-up that reports count. */
export async function countOpenings(store: Store, days: Days): Promise<SessionCounts[]> {
  const rows = await store.query<Started<SessionCounts>>(openingsByDaySql, scopeOf(days))
  return days.starts.map((start) =>
    sumBy(
      rows.filter((row) => row.start === start),
      SESSION_KEYS,
    ),
  )
}

/** The counts of several days together. */
export function sumOf(days: readonly StatementCounts[]): StatementCounts {
  const channels = [...new Set(days.flatMap((day) => Object.keys(day.channels)))]
  const all = <Key extends keyof StatementCounts>(key: Key): StatementCounts[Key][] => days.map((day) => day[key])
  return {
    sessions: sumBy(all('sessions'), SESSION_KEYS),
    channels: Object.fromEntries(
      channels.map((channel) => [channel, sum(days.map((day) => day.channels[channel] ?? 0))]),
    ),
    orphan_searches: sum(all('orphan_searches')),
    received: sumBy(all('received'), LEDGER_COUNTS),
    events: sumBy(all('events'), EVENT_KEYS),
  }
}

/** Sessions of all channels. */
export const allSessions = ({ channels }: StatementCounts): number => sum(Object.values(channels))

const SESSION_KEYS = ['sessions', ...ENTRIES] as const
const EVENT_KEYS = ['stored', 'bot', 'test', 'synthetic', 'imported'] as const

/** Of `chosen_` macros: no filter. */
const ALL = { locale: '', device: '', entry: '', channel: '', article: '', query: '' }

function sumBy<Key extends string>(
  counts: readonly Readonly<Record<Key, number>>[],
  keys: readonly Key[],
): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, sum(counts.map((count) => count[key]))])) as Record<Key, number>
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)

const scopeOf = ({ site, starts, to }: Days) => ({ site, from: starts[0]!, to, starts })
