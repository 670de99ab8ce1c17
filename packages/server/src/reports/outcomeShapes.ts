import type { Rate } from './rates.js'
import type { ArticleNumbers, Interval, Report } from './shapes.js'

/** What came of sessions. `found`, `failed` and `contacted` sum to `sessions`. */
export interface OutcomeCounts {
  /** Those that started in the period. */
  readonly sessions: number
  /** An article was read, and nobody was asked. */
  readonly found: number
  /** No article was read, and nobody was asked. */
  readonly failed: number
  /** A person was asked. */
  readonly contacted: number
  /** Contacted sessions of all. */
  readonly contact: Rate
  /** Sessions in which the reader began to ask, whether or not anything was sent. */
  readonly contact_starts: number
  /** Votes of the same period, in sessions and outside. */
  readonly helpfulness: ArticleNumbers['helpfulness']
  /** Sessions that showed one article. */
  readonly one_article: number
  /** Sessions that showed two different ones. */
  readonly two_articles: number
  /** Sessions that showed three. */
  readonly three_articles: number
  /** Four or more. */
  readonly more_articles: number
  /** From the start to the last activity, of sessions with any activity after the start; null when there are none. */
  readonly duration_median_ms: number | null
  /** Sessions without any activity after the start: they have no duration. */
  readonly one_event: number
  /** Searches, clicks on suggestions, openings of articles, votes and clicks on a contact, in sessions. */
  readonly interactions: number
  /** null without sessions. */
  readonly interactions_per_session: number | null
}

/** What came of the sessions of an interval. */
export interface OutcomeRow extends OutcomeCounts {
  /** ISO instant. */
  readonly start: string
  /** Ids of the sessions behind the number that was asked for, the latest first, at most 100. */
  readonly sessions_behind?: readonly string[]
}

/** What came of the sessions. */
export interface OutcomesReport extends Report<'outcomes'> {
  readonly interval: Interval
  /** One row an interval, zeros included. */
  readonly rows: readonly OutcomeRow[]
  readonly totals: OutcomeCounts
}
