import { OUTCOMES } from '@helptally/core'

/** What the ledger counts of each slot, in the order of its columns. */
export const LEDGER_COUNTS: readonly ['received', ...typeof OUTCOMES, 'dropped', 'refused'] = [
  'received',
  ...OUTCOMES,
  'dropped',
  'refused',
]
