import { slotsSql } from '../ledger/slots.sql.js'
import type { OtherTable } from './side.js'

const COLUMNS = {
  ledger_events: ['event_id', 'outcome', 'reason', 'site', 'tab_id', 'seq', 'received_at'],
  tickets: ['site', 'ticket', 'at', 'visitor_id', 'ref', 'channel', 'received_at'],
  annotations: ['id', 'site', 'at', 'kind', 'text', 'article', 'by'],
  gap_changes: ['nr', 'site', 'did', 'at', 'by', 'query', 'field', 'value', 'undone_by'],
  erased: ['visitor_hash', 'erased_at'],
  removed: ['removed_at', 'cause', 'before', 'events'],
} as const satisfies Record<Exclude<OtherTable, 'ledger'>, readonly string[]>

/** All rows of a table, as both engines understand it. */
const otherRowsSql = (table: Exclude<OtherTable, 'ledger'>): string => `
select ${COLUMNS[table].map((column) => `r."${column}" as "${column}"`).join(', ')}
from ${table} r`

export const rowsSql = (table: OtherTable): string => (table === 'ledger' ? slotsSql() : otherRowsSql(table))
