/** What becomes of an event that a collector receives: exactly one of these. */
export const OUTCOMES = [
  /** Kept and counted. */
  'accepted',
  /** It was here before: changes nothing. */
  'duplicate',
  /** It happened too long before it was sent to be counted. */
  'late',
  /** Sent by a robot: kept, not counted. */
  'bot',
  /** Sent by a site that tries itself out: kept, not counted. */
  'test',
  /** It carries no visitor id, which a reader gets with consent. */
  'consent_missing',
  /** It is no event of this schema. */
  'invalid',
  /** Its tab sends more than may be: to be sent again later. */
  'over_limit',
] as const
/** What became of an event that a collector received. */
export type Outcome = (typeof OUTCOMES)[number]
