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

const COUNTS = [
  'received',
  'accepted',
  'duplicate',
  'late',
  'bot',
  'test',
  'consent_missing',
  'invalid',
  'over_limit',
  'dropped',
  'refused',
] as const

export type LedgerCount = (typeof COUNTS)[number]

export const LEDGER_COUNTS: readonly LedgerCount[] = COUNTS

/** The ledger, each slot once; `of`: which rows, all where it is ''. */
export const ledgerSql = (of = ''): string => `
select l.slot as slot, l.site as site, l.synthetic as synthetic, ${COUNTS.map((count) => `sum(l.${count}) as ${count}`).join(', ')}
from ledger l
${of}
group by l.slot, l.site, l.synthetic
order by slot, site, synthetic`

export const rowsSql = (table: OtherTable): string => (table === 'ledger' ? ledgerSql() : otherRowsSql(table))
