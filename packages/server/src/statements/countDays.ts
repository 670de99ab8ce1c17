import { ENTRIES, OUTCOMES } from '@helptally/core'
import { ledgerSql } from '../reports/ledger.sql.js'
import type { LedgerCounts, SessionCounts } from '../reports/shapes.js'
import type { Store } from '../store/store.js'
import { eventsByDaySql, openingsByChannelSql, orphanSearchesByDaySql, sessionsByChannelSql } from './counts.sql.js'
import type { EventCounts, StatementCounts } from './statement.js'

/** Days to count, of a site: where each begins, and where the last one ends (epoch ms). */
export interface Days {
  readonly site: string
  readonly starts: readonly number[]
  readonly to: number
}

type Started<T> = T & { readonly start: number }
type ChannelRow = Started<SessionCounts & { readonly channel: string }>

/** What the reports count on each of the days. */
export async function countDays(store: Store, days: Days): Promise<StatementCounts[]> {
  const scope = scopeOf(days)
  const sessions = await store.query<ChannelRow>(sessionsByChannelSql, scope)
  const orphans = await store.queryFacts<Started<{ orphan_searches: number }>>(orphanSearchesByDaySql, scope)
  const received = await store.query<Started<LedgerCounts>>(ledgerSql, scope)
  const events = await store.query<Started<EventCounts>>(eventsByDaySql, scope)
  return days.starts.map((start) => {
    const isOfDay = (row: { readonly start: number }): boolean => row.start === start
    const { stored = 0, bot = 0, test = 0, synthetic = 0 } = events.find(isOfDay) ?? {}
    return {
      ...sessionsOf(sessions.filter(isOfDay)),
      orphan_searches: orphans.find(isOfDay)?.orphan_searches ?? 0,
      received: ledgerCountsOf(received.find(isOfDay)!),
      events: { stored, bot, test, synthetic },
    }
  })
}

export type CountedSessions = Pick<StatementCounts, 'sessions' | 'channels'>

/** The sessions of each day by what the log itself says, not by the roll-up that reports count. */
export async function countOpenings(store: Store, days: Days): Promise<CountedSessions[]> {
  const rows = await store.query<ChannelRow>(openingsByChannelSql, scopeOf(days))
  return days.starts.map((start) => sessionsOf(rows.filter((row) => row.start === start)))
}

/** The counts of several days together. */
export function sumOf(days: readonly StatementCounts[]): StatementCounts {
  const channels = [...new Set(days.flatMap((day) => Object.keys(day.channels)))].sort()
  const inChannel = (channel: string): SessionCounts[] => days.flatMap((day) => day.channels[channel] ?? [])
  return {
    sessions: sumBy(
      days.map((day) => day.sessions),
      SESSION_KEYS,
    ),
    channels: Object.fromEntries(channels.map((channel) => [channel, sumBy(inChannel(channel), SESSION_KEYS)])),
    orphan_searches: days.reduce((sum, day) => sum + day.orphan_searches, 0),
    received: sumBy(
      days.map((day) => day.received),
      LEDGER_KEYS,
    ),
    events: sumBy(
      days.map((day) => day.events),
      EVENT_KEYS,
    ),
  }
}

const SESSION_KEYS = ['sessions', ...ENTRIES] as const
const LEDGER_KEYS = ['received', ...OUTCOMES, 'dropped', 'refused'] as const
const EVENT_KEYS = ['stored', 'bot', 'test', 'synthetic'] as const

function sumBy<Key extends string>(
  counts: readonly Readonly<Record<Key, number>>[],
  keys: readonly Key[],
): Record<Key, number> {
  const sums = keys.map((key) => [key, counts.reduce((sum, count) => sum + count[key], 0)])
  return Object.fromEntries(sums)
}

function sessionsOf(rows: readonly ChannelRow[]): CountedSessions {
  return {
    sessions: sumBy(rows, SESSION_KEYS),
    channels: Object.fromEntries(rows.map((row) => [row.channel, sumBy([row], SESSION_KEYS)])),
  }
}

const ledgerCountsOf = (row: LedgerCounts): LedgerCounts => sumBy([row], LEDGER_KEYS)

const scopeOf = ({ site, starts, to }: Days) => ({ site, from: starts[0]!, to, starts })
