import { CHANNELS, type ConversationChannel, type EndReason, idleEndAt, isIdle } from '@helptally/core'
import { isUuid } from '../isUuid.js'
import type { ConversationSessionRow } from '../reports/channelShapes.js'
import { isoOf } from '../reports/heading.js'
import type { ReportQuery } from '../reports/parseReportQuery.js'
import { MOST_BEHIND } from '../reports/settings.js'
import type { Store } from '../store/store.js'
import { conversationsByIdSql, conversationsMeanwhileSql, latestConversationsSql } from './conversationSessions.sql.js'

interface Counted {
  readonly id: string
  readonly channel: ConversationChannel
  readonly started_at: number
  readonly last_at: number
  readonly ended_at: number | null
  /** '' while nothing in the log says that it is over. */
  readonly reason: EndReason | ''
  readonly interactions: number
  readonly user_turns: number
}

/** These sessions of conversations, the latest first; `now` (epoch ms) decides what is open. What is not there is left out. */
export async function conversationsById(
  store: Store,
  { site, ids }: { readonly site: string; readonly ids: readonly string[] },
  now: number,
): Promise<ConversationSessionRow[]> {
  const rows = await store.query<Counted>(conversationsByIdSql, { site, ids })
  return rows.map((row) => rowOf(row, now))
}

/** The latest sessions of the channel and period that are asked about; `now` (epoch ms) decides what is open. */
export async function latestConversations(
  store: Store,
  { site, period, filters, limit }: ReportQuery,
  now: number,
): Promise<ConversationSessionRow[]> {
  const asked = { site, channel: filters.channel, from: period.from, to: period.to, limit }
  const rows = await store.query<Counted>(latestConversationsSql, asked)
  return rows.map((row) => rowOf(row, now))
}

/**
 * Sessions of the same visitor in other conversations, of any channel, whose time overlaps that of this one; the earliest
 * first, at most 100. The help center knows its visitors by other ids, and has none of them.
 */
export async function conversationsMeanwhile(store: Store, id: string, now: number): Promise<ConversationSessionRow[]> {
  if (!isUuid(id)) return []
  const rows = await store.query<Counted>(conversationsMeanwhileSql, { id, limit: MOST_BEHIND })
  return rows.map((row) => rowOf(row, now))
}

function rowOf({ started_at, last_at, ended_at, reason, ...row }: Counted, now: number): ConversationSessionRow {
  const end = endOf({ ...row, last_at, ended_at, reason }, now)
  return {
    ...row,
    started_at: isoOf(started_at),
    last_at: isoOf(last_at),
    ended_at: end && isoOf(end.at),
    end_reason: end?.reason ?? null,
    duration_ms: last_at - started_at,
  }
}

/** Time alone may have ended what nothing in the log ends. */
function endOf(
  { channel, last_at, ended_at, reason }: Pick<Counted, 'channel' | 'last_at' | 'ended_at' | 'reason'>,
  now: number,
): { readonly at: number; readonly reason: EndReason } | null {
  if (reason !== '') return { at: ended_at!, reason }
  const rule = CHANNELS[channel]
  return isIdle(rule, last_at, now) ? { at: idleEndAt(rule, last_at), reason: 'idle' } : null
}
