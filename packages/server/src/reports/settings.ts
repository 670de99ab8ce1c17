export const HOUR_MS: number = 60 * 60_000
export const DAY_MS: number = 24 * HOUR_MS

/** How long after an article a contact is put down to it. */
export const CONTACT_WITHIN_MS: number = 24 * HOUR_MS

/** Sessions shown behind a number. */
export const MOST_BEHIND = 100

/** Tabs that must have made a query before a report shows it. */
export const LEAST_TABS = 3

/** Comments of one article. */
export const MOST_COMMENTS = 50
