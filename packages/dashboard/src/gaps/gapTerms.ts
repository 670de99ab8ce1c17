import type { GapTerm } from '@helptally/server/reports'

/** The ways in which a search fails, the heaviest first. */
export const GAP_TERMS: readonly GapTerm[] = ['zero_result', 'contact_after', 'no_click', 'quick_exit', 'refined_away']

/** What each weighs in the score, as version 2 of the report's definition says. */
export const TERM_WEIGHTS: Readonly<Record<GapTerm, number>> = {
  zero_result: 1,
  contact_after: 0.8,
  no_click: 0.6,
  quick_exit: 0.5,
  refined_away: 0.3,
}
