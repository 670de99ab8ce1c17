/** What the ledger counts of each slot, in the order of its columns. */
export const LEDGER_COUNTS = [
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
