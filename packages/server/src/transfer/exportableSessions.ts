import type { Channel, EndReason, Entry, Via } from '@helptally/core'
import { isoOf } from '../reports/heading.js'
import { idleEndOf } from '../reports/live.js'
import type { ColumnType, Exportable } from './exportable.js'
import { countSessionsSql, sessionsPieceSql } from './sessions.sql.js'

/** A session, as the reports count it, with what it can be joined by. What its channel does not have is null. */
export interface ExportedSession extends Shared, OfHelp, OfConversation {
  /** The article that opened it. */
  readonly article: string | null
  /** Instants are ISO texts. */
  readonly started_at: string
  /** The last activity so far. */
  readonly last_at: string
  /** null while it is open. */
  readonly ended_at: string | null
  readonly end_reason: EndReason | null
  /** Last activity - start. */
  readonly duration_ms: number
}

interface Shared {
  readonly id: string
  readonly site: string
  readonly channel: Channel
  readonly visitor_id: string
  /** The session of the tab, or of the conversation, before it. */
  readonly previous_id: string | null
  readonly synthetic: boolean
  readonly imported: boolean
}

interface OfHelp {
  readonly tab_id: string | null
  readonly entry: Entry | null
  readonly via: Via | null
  readonly locale: string | null
  readonly device: string | null
  readonly articles: number | null
  readonly searches: number | null
  readonly events: number | null
}

interface OfConversation {
  readonly conversation_id: string | null
  readonly interactions: number | null
  readonly user_turns: number | null
}

/** As it lies in the store; times are epoch ms. */
interface Row extends Shared, OfHelp, OfConversation {
  readonly article_id: string | null
  readonly started_at: number
  readonly last_at: number
  /** Of a conversation that something has ended. */
  readonly ended_at: number | null
  readonly reason: EndReason | '' | null
}

const columns = {
  id: 'varchar',
  site: 'varchar',
  channel: 'varchar',
  tab_id: 'varchar',
  visitor_id: 'varchar',
  entry: 'varchar',
  via: 'varchar',
  article: 'varchar',
  locale: 'varchar',
  device: 'varchar',
  started_at: 'timestamptz',
  last_at: 'timestamptz',
  ended_at: 'timestamptz',
  end_reason: 'varchar',
  duration_ms: 'bigint',
  articles: 'integer',
  searches: 'integer',
  events: 'integer',
  previous_id: 'varchar',
  synthetic: 'boolean',
  imported: 'boolean',
  conversation_id: 'varchar',
  interactions: 'integer',
  user_turns: 'integer',
} as const satisfies Record<keyof ExportedSession, ColumnType>

/** `now` (epoch ms) decides what is open. */
export function exportableSessions(now: number): Exportable<Row> {
  const flatOf = (row: Row): ExportedSession => {
    const { article_id: article, started_at, last_at, ended_at, reason } = row
    const session: ExportedSession = {
      ...row,
      article,
      started_at: isoOf(started_at),
      last_at: isoOf(last_at),
      duration_ms: last_at - started_at,
      ...(reason ? { ended_at: isoOf(ended_at!), end_reason: reason } : idleEndOf(row, now)),
    }
    return Object.fromEntries(
      Object.keys(columns).map((name) => [name, session[name as keyof ExportedSession]]),
    ) as unknown as ExportedSession
  }
  return {
    countSql: countSessionsSql,
    pieceSql: sessionsPieceSql,
    keyOf: (row) => ({ at: row.started_at, id: row.id }),
    lineOf: flatOf,
    flatOf,
    columns,
  }
}
