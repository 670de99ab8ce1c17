/** A table whose rows are made of the events of visitors, and can be made anew at any time. */
export interface DerivedTable {
  readonly name: string
  /** The column that says when a row counts, epoch ms. */
  readonly at: 'counts_at' | 'started_at'
  /** The column that says in which tab, or in which conversation, it happened. */
  readonly tab: 'tab_id' | 'conversation_id'
}

export const DERIVED_TABLES: readonly DerivedTable[] = [
  { name: 'sessions', at: 'started_at', tab: 'tab_id' },
  { name: 'conversation_sessions', at: 'started_at', tab: 'conversation_id' },
  { name: 'opens', at: 'counts_at', tab: 'tab_id' },
  { name: 'searches', at: 'counts_at', tab: 'tab_id' },
  { name: 'orphan_searches', at: 'counts_at', tab: 'tab_id' },
  { name: 'votes', at: 'counts_at', tab: 'tab_id' },
  { name: 'contacts', at: 'counts_at', tab: 'tab_id' },
  { name: 'suggestion_views', at: 'counts_at', tab: 'tab_id' },
  { name: 'suggestion_clicks', at: 'counts_at', tab: 'tab_id' },
  { name: 'page_views', at: 'counts_at', tab: 'tab_id' },
  { name: 'outcomes', at: 'counts_at', tab: 'tab_id' },
]

const NAMES = new RegExp(`\\b(${DERIVED_TABLES.map(({ name }) => name).join('|')})\\b`)

/** Whether the answer to a statement depends on what has to be derived before. */
export const readsDerived = (sql: string): boolean => NAMES.test(sql)
