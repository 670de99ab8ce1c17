import { CHANNELS, type Channel, type ChannelRule, type Entry, idleEndAt, isIdle, type Via } from '@helptally/core'
import type { Store } from '../store/store.js'
import { headingOf, isoOf } from './heading.js'
import { latestSessionsSql, openSessionsSql } from './live.sql.js'
import { liveNow } from './liveNow.js'
import { reportMetrics } from './metrics.js'
import type { ReportQuery } from './parseReportQuery.js'
import { asking, scopeOf } from './scope.js'
import type { LiveReport, SessionRow } from './shapes.js'

export const liveDefinition: LiveReport['definition'] = {
  id: 'live',
  version: 3,
  text:
    'Sessions open now, whose idle time has not run out, and the latest sessions that started in the period, newest first. ' +
    'A length runs from the start to the last activity; the idle time after it is not part of it. Beside them, of this moment and not of the period: the events of each of the last five minutes, and of the last 24 hours ' +
    'the latest searches, shown when at least three tabs made them within 30 days, and the latest pages that were not found. Events of robots and of tests do not count.',
  metrics: reportMetrics.live,
}

export interface CountedSession {
  readonly id: string
  readonly channel: Channel
  readonly entry: Entry
  readonly via: Via
  readonly article_id: string
  readonly started_at: number
  readonly last_at: number
  readonly articles: number
  readonly searches: number
  readonly visitor_id: string
  readonly synthetic: boolean
  readonly imported: boolean
}

/** `now` (epoch ms) decides what is open. */
export async function liveReport(store: Store, query: ReportQuery, now: number): Promise<LiveReport> {
  const { site, limit, filters } = query
  const ask = asking(store, query)
  const rules = Object.values(CHANNELS)
  const [rows, [open], beside] = await Promise.all([
    ask<CountedSession>(latestSessionsSql, { ...scopeOf(query), limit }),
    ask<{ open: number; synthetic: boolean }>(openSessionsSql(filters), {
      site,
      ...filters,
      channels: rules.map((rule) => rule.channel),
      open_since: rules.map((rule) => openSince(rule, now)),
    }),
    liveNow(store, query, now),
  ])
  return {
    definition: liveDefinition,
    ...headingOf(query),
    synthetic: open!.synthetic || rows.some((row) => row.synthetic),
    rows: rows.map((row) => sessionRowOf(row, now)),
    totals: { open: open!.open },
    ...beside,
  }
}

/** The earliest whole millisecond of last activity with which a session is still open at `now`. */
function openSince(rule: ChannelRule, now: number): number {
  const edge = now - rule.idleMs
  return isIdle(rule, edge, now) ? edge + 1 : edge
}

export function sessionRowOf(
  { channel, article_id, started_at, last_at, imported, ...row }: CountedSession,
  now: number,
): SessionRow {
  return {
    ...row,
    ...(imported && { imported }),
    article: article_id,
    started_at: isoOf(started_at),
    last_at: isoOf(last_at),
    ...idleEndOf({ channel, last_at }, now),
    duration_ms: last_at - started_at,
  }
}

/** How a session has ended of which nothing is known but its last activity. */
export function idleEndOf(
  { channel, last_at }: Pick<CountedSession, 'channel' | 'last_at'>,
  now: number,
): Pick<SessionRow, 'ended_at' | 'end_reason'> {
  const rule = CHANNELS[channel]
  if (!isIdle(rule, last_at, now)) return { ended_at: null, end_reason: null }
  return { ended_at: isoOf(idleEndAt(rule, last_at)), end_reason: 'idle' }
}
