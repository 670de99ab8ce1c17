/** A table whose rows are made of the events of visitors, and can be made anew at any time. */
export interface DerivedTable {
  readonly name: string
  /** The column that says when a row counts, epoch ms. */
  readonly at: 'counts_at' | 'started_at'
}

export const DERIVED_TABLES: readonly DerivedTable[] = [
  { name: 'sessions', at: 'started_at' },
  { name: 'conversation_sessions', at: 'started_at' },
  { name: 'opens', at: 'counts_at' },
  { name: 'searches', at: 'counts_at' },
  { name: 'orphan_searches', at: 'counts_at' },
  { name: 'votes', at: 'counts_at' },
  { name: 'contacts', at: 'counts_at' },
  { name: 'suggestion_views', at: 'counts_at' },
  { name: 'suggestion_clicks', at: 'counts_at' },
  { name: 'page_views', at: 'counts_at' },
  { name: 'outcomes', at: 'counts_at' },
]

const NAMES = new RegExp(`\\b(${DERIVED_TABLES.map(({ name }) => name).join('|')})\\b`)

/** Whether the answer to a statement depends on what has to be derived before. */
export const readsDerived = (sql: string): boolean => NAMES.test(sql)
