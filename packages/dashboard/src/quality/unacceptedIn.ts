import { OUTCOMES, type Outcome } from '@helptally/core'
import type { LedgerCounts } from '@helptally/server/reports'

export type UnacceptedOutcome = Exclude<Outcome, 'accepted'>

/** From the ground of a bar upwards. */
export const UNACCEPTED: readonly UnacceptedOutcome[] = OUTCOMES.filter((outcome) => outcome !== 'accepted')

export const unacceptedIn = (counts: LedgerCounts): number =>
  UNACCEPTED.reduce((sum, outcome) => sum + counts[outcome], 0)
