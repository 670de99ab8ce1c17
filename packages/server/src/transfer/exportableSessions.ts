import { type CountedSession, sessionRowOf } from '../reports/live.js'
import type { SessionRow } from '../reports/shapes.js'
import type { ColumnType, Exportable } from './exportable.js'
import { countSessionsSql, sessionsPieceSql } from './sessions.sql.js'

/** A session, as the reports count it, with what it can be joined by. */
export interface ExportedSession extends Omit<SessionRow, 'imported'> {
  readonly site: string
  readonly channel: string
  readonly tab_id: string
  readonly locale: string
  readonly device: string
  /** The tab's session before it. */
  readonly previous_id: string | null
  readonly events: number
  readonly imported: boolean
}

type Row = CountedSession & Omit<ExportedSession, keyof SessionRow>

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
} as const satisfies Record<keyof ExportedSession, ColumnType>

/** `now` (epoch ms) decides what is open. */
export function exportableSessions(now: number): Exportable<Row> {
  const flatOf = (row: Row): ExportedSession => {
    const { site, channel, tab_id, locale, device, previous_id, events, imported } = row
    const session = { ...sessionRowOf(row, now), site, channel, tab_id, locale, device, previous_id, events, imported }
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
