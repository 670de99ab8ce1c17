import { createHash } from 'node:crypto'

/** A row of `events`, as JSON has it. */
export type EventRow = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** As docs/en/statements.md has it, version 1. */
const COLUMNS =
  'event_id name v site channel tab_id seq session_id visitor_id ts at received_at active_at last_at page locale ' +
  'article_id article_rev article_section article_lang entry via nav previous_id opened_from forked_from query_id query ' +
  'trigger results position list_id cause value metric metric_id navigation synthetic label algorithm engine comment ' +
  'method form_id ticket referrer device words open_id engaged_ms scroll latency_ms filters offered imported'

const IDS = new Set(
  'event_id tab_id session_id visitor_id previous_id opened_from forked_from query_id open_id'.split(' '),
)
const LISTS = new Set(['filters', 'offered'])

/** SHA-256 of an event, by the words of the documentation and by nothing of the program. */
export function eventHash(row: EventRow): string {
  return createHash('sha256')
    .update(
      COLUMNS.split(' ')
        .map((column) => written(column, row[column]!))
        .join(''),
    )
    .digest('hex')
}

export const dayHash = (rows: readonly EventRow[]): string =>
  createHash('sha256')
    .update(
      [...rows]
        .sort((a, b) => (a.event_id! < b.event_id! ? -1 : 1))
        .map(eventHash)
        .join(''),
    )
    .digest('hex')

function written(column: string, value: EventRow[string]): string {
  if (LISTS.has(column))
    return value === null ? '[' : `${(value as string[]).length}[${(value as string[]).map(text).join('')}`
  if (value === null) return ';'
  if (column === 'value') return `${bits(value as number)};`
  return typeof value === 'string' && !IDS.has(column) ? text(value) : `${value};`
}

const text = (value: string): string => `${Buffer.byteLength(value)}:${value}`

function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return view.getBigUint64(0).toString(2).padStart(64, '0')
}
