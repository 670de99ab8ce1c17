import type { LedgerEntry } from '@helptally/server'

/** What is known of an event whose id somebody typed. */
export type LookedUp =
  | { readonly is: 'known'; readonly entry: LedgerEntry }
  | { readonly is: 'unknown' }
  /** What was typed is no id of an event. */
  | { readonly is: 'bad_id' }
