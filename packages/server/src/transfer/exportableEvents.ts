import { type ConversationRow, fromConversationRow } from '../conversations/conversationLine.js'
import { fromRow } from '../log/fromRow.js'
import type { StoredEvent } from '../log/storedEvent.js'
import { isoOf } from '../reports/heading.js'
import { ERASED_FOR_MS } from '../store/duckdb/eraseVisitor.js'
import { countEventsSql, erasuresSql, eventsPieceSql } from './events.sql.js'
import type { ColumnType, Exportable } from './exportable.js'
import type { TransferredErasure, TransferredEvent, TransferredFact } from './transferred.js'

/** All that is kept of an event, but what follows from the rest. */
const columns = {
  event_id: 'varchar',
  name: 'varchar',
  site: 'varchar',
  channel: 'varchar',
  tab_id: 'varchar',
  seq: 'integer',
  session_id: 'varchar',
  visitor_id: 'varchar',
  at: 'timestamptz',
  ts: 'timestamptz',
  received_at: 'timestamptz',
  active_at: 'timestamptz',
  page: 'varchar',
  locale: 'varchar',
  article_id: 'varchar',
  article_rev: 'varchar',
  article_section: 'varchar',
  article_lang: 'varchar',
  entry: 'varchar',
  via: 'varchar',
  nav: 'varchar',
  previous_id: 'varchar',
  opened_from: 'varchar',
  forked_from: 'varchar',
  query_id: 'varchar',
  query: 'varchar',
  trigger: 'varchar',
  results: 'integer',
  position: 'integer',
  list_id: 'varchar',
  algorithm: 'varchar',
  words: 'integer',
  open_id: 'varchar',
  engaged_ms: 'integer',
  scroll: 'integer',
  latency_ms: 'integer',
  engine: 'varchar',
  filters: 'varchar[]',
  cause: 'varchar',
  value: 'double',
  comment: 'varchar',
  method: 'varchar',
  form_id: 'varchar',
  offered: 'varchar[]',
  ticket: 'varchar',
  referrer: 'varchar',
  metric: 'varchar',
  metric_id: 'varchar',
  navigation: 'varchar',
  device: 'varchar',
  synthetic: 'boolean',
  imported: 'boolean',
  label: 'varchar',
} as const satisfies Record<Exclude<keyof StoredEvent, 'v' | 'last_at'>, ColumnType>

/** Facts of conversations lie beside the events of pages. */
type FactRow = Omit<StoredEvent, keyof ConversationRow> & ConversationRow
type Row = StoredEvent | FactRow

const isFact = (row: Row): row is FactRow => row.name.startsWith('chat.')

/** With those who were erased less than seven days before `now` (epoch ms), so that another store keeps them out, too. */
export function exportableEvents(now: number): Exportable<Row> {
  return {
    countSql: countEventsSql,
    pieceSql: eventsPieceSql,
    keyOf: (row) => ({ at: row.at, id: row.event_id }),
    headingOf: (store) => store.query<TransferredErasure>(erasuresSql, { until: now - ERASED_FOR_MS }),
    lineOf,
    flatOf,
    columns,
  }
}

function lineOf(row: Row): TransferredEvent | TransferredFact {
  if (isFact(row)) {
    const { received_at: receivedAt, label } = row
    return { fact: fromConversationRow(row), receivedAt, ...(label && { label }) }
  }
  return {
    event: fromRow(row),
    at: row.at,
    receivedAt: row.received_at,
    ...(row.label && { label: row.label }),
    ...(row.device && { device: row.device }),
  }
}

function flatOf(row: Row): object {
  return Object.fromEntries(
    Object.entries(columns).map(([name, type]) => {
      const value = row[name as keyof typeof columns]
      return [name, type === 'timestamptz' && value !== null ? isoOf(value as number) : value]
    }),
  )
}
