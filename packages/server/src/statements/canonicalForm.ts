import type { Dialect } from '../sql/dialect.js'

/** How a column of the table `events` is written. */
type Kind = 'text' | 'texts' | 'double' | 'plain'
type Form = Readonly<Record<string, Kind>>

/**
 * Every column that a store keeps of an event, in the order in which they are written. Nothing of a stored event may
 * ever change: what is erased or forgotten goes as a whole. So no column is left out. A version that was published is
 * never changed: a column more is a version more.
 */
const first: Form = {
  event_id: 'plain',
  name: 'text',
  v: 'plain',
  site: 'text',
  channel: 'text',
  tab_id: 'plain',
  seq: 'plain',
  session_id: 'plain',
  visitor_id: 'plain',
  ts: 'plain',
  at: 'plain',
  received_at: 'plain',
  active_at: 'plain',
  last_at: 'plain',
  page: 'text',
  locale: 'text',
  article_id: 'text',
  article_rev: 'text',
  article_section: 'text',
  article_lang: 'text',
  entry: 'text',
  via: 'text',
  nav: 'text',
  previous_id: 'plain',
  opened_from: 'plain',
  forked_from: 'plain',
  query_id: 'plain',
  query: 'text',
  trigger: 'text',
  results: 'plain',
  position: 'plain',
  list_id: 'text',
  cause: 'text',
  value: 'double',
  metric: 'text',
  metric_id: 'text',
  navigation: 'text',
  synthetic: 'plain',
  label: 'text',
  algorithm: 'text',
  engine: 'text',
  comment: 'text',
  method: 'text',
  form_id: 'text',
  ticket: 'text',
  referrer: 'text',
  device: 'text',
  words: 'plain',
  open_id: 'plain',
  engaged_ms: 'plain',
  scroll: 'plain',
  latency_ms: 'plain',
  filters: 'texts',
  offered: 'texts',
  imported: 'plain',
}

export const CANONICAL_FORMS: Readonly<Record<number, Form>> = { 1: first }
/** The version that statements are made by. */
export const CANONICAL_VERSION = 1

/**
 * The bytes of which an event's hash is taken, as an engine writes them, in UTF-8. Each column says where it ends, so no two
 * events are written alike:
 * - text: its length in bytes, `:`, the text. A list of texts: how many, `[`, and each as a text.
 * - a double: the 64 bits of IEEE 754 as 0 and 1, `;`. What else there is: as decimal, lower-case UUID, true or false, `;`.
 * - what is absent: the sign alone.
 */
export function canonicalSql(d: Dialect, version: number): string {
  const written = Object.entries(CANONICAL_FORMS[version]!).map(([column, kind]) => writing[kind](`e."${column}"`, d))
  return `concat(${written.join(', ')})`
}

const writing: Readonly<Record<Kind, (column: string, d: Dialect) => string>> = {
  text: (column) => `strlen(${column}), ':', ${column}`,
  texts: (column, d) => d.countedTexts(column),
  double: (column, d) => `${d.bits(column)}, ';'`,
  plain: (column) => `${column}, ';'`,
}
