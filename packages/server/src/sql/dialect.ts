/**
 * How an engine says what a statement means. Statements are written in DuckDB's SQL; ClickHouse's is made of it word for word
 * (`sql/clickhouse`). What that cannot know, because it depends on what a value is, a statement asks for here by name.
 */
export interface Dialect {
  readonly engine: 'duckdb' | 'clickhouse'
  /** A UUID as a value that has the order of its text, to sort and to compare by: ClickHouse orders UUIDs by halves. */
  ordered(id: string): string
  /** The last 32 bits of a UUID, which are random, as a number: what ids are dealt into the same buckets by everywhere. */
  lastBits(id: string): string
  /** Whether an event lies between two moments (epoch ms), both included, for a statement that need not look at others. */
  isBetween(event: string, first: string, last: string): string
  /** Whether an event came after a moment (epoch ms), for a statement that need not look at others. */
  isAfter(event: string, moment: string): string
  /** A text as a UUID; null where it is none. */
  asUuid(text: string): string
  /** Lists side by side as a table, one row a place, named by column: what `unnest` of several in one `select` does. */
  sideBySide(lists: Readonly<Record<string, string>>): string
  /** All columns of a row, for `readWhole`: as a text of JSON where many columns cost more to hand over than to write. */
  whole(row: string): string
  /** A list of texts of an event, which may be null: how many, `[`, and each with its length in bytes and `:` before it. */
  countedTexts(list: string): string
  /** The 64 bits of a double, as text; null for null. */
  bits(double: string): string
  /**
   * How often, and in how many tabs, each value of a column of facts occurs: a table of the column, `times`, `tabs` and
   * `synthetic`. DuckDB need not tell all tabs apart, where `is_again` says which had the value before; ClickHouse would make
   * the facts anew at each mention, so it has one.
   */
  inTabs(facts: string, column: string): string
  /** A statement that was written for this dialect, as the engine takes it; `$name` stays for what is bound. */
  textOf(written: string): string
}

/** One statement for every engine: its SQL, or how to write it for a dialect. */
export type Statement = string | ((dialect: Dialect) => string)

export function written(statement: Statement, dialect: Dialect): string {
  return typeof statement === 'string' ? statement : statement(dialect)
}

export function textOf(statement: Statement, dialect: Dialect): string {
  return dialect.textOf(written(statement, dialect))
}
