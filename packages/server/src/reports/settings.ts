export const HOUR_MS: number = 60 * 60_000
export const DAY_MS: number = 24 * HOUR_MS

/** The limit of a report that has to know of all: requests may not ask for as much. */
export const EVERY_ROW = 1_000_000

/** Sessions shown behind a number. */
export const MOST_BEHIND = 100

/** What fewer tabs than that have searched is not shown: it may be about one person. A request may ask for more. */
export const K_TABS: number = 3
export const MOST_K_TABS = 1_000

/** Places of a list whose clicks are counted one by one. */
export const MOST_POSITIONS = 10

/**
 * What a search that failed weighs in a content gap: our own judgement of how surely the article is missing. A search
 * that failed in several ways counts once, as the first of them, so the heaviest comes first.
 */
export const GAP_WEIGHTS = {
  zero_result: 1,
  contact_after: 0.8,
  no_click: 0.6,
  quick_exit: 0.5,
  refined_away: 0.3,
} as const

/** Comments of one article. */
export const MOST_COMMENTS = 50
