/** Rows of tables that are no events, as they lie in every store. Times are epoch ms. */
export interface LedgerRow {
  readonly slot: number
  readonly site: string
  readonly synthetic: boolean
  readonly received: number
  readonly accepted: number
  readonly duplicate: number
  readonly late: number
  readonly bot: number
  readonly test: number
  readonly consent_missing: number
  readonly invalid: number
  readonly over_limit: number
  readonly dropped: number
  readonly refused: number
}

export interface LedgerEventRow {
  readonly event_id: string
  readonly outcome: string
  readonly reason: string
  readonly site: string
  readonly tab_id: string | null
  readonly seq: number | null
  readonly received_at: number
}

export interface TicketRow {
  readonly site: string
  readonly ticket: string
  readonly at: number
  readonly visitor_id: string | null
  readonly ref: string
  readonly channel: string
  readonly received_at: number
}

export interface AnnotationRow {
  readonly id: string
  readonly site: string
  readonly at: number
  readonly kind: string
  readonly text: string
  readonly article: string
  readonly by: string
}

export interface GapChangeRow {
  readonly nr: number
  readonly site: string
  readonly did: string
  readonly at: number
  readonly by: string
  readonly query: string
  readonly field: string
  readonly value: string
  readonly undone_by: string | null
}

export interface ErasedRow {
  readonly visitor_hash: string
  readonly erased_at: number
}

export interface RemovedRow {
  readonly removed_at: number
  readonly cause: string
  readonly before: number | null
  readonly events: number
}
