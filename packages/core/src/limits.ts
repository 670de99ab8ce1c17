/** Limits of the fields of an event, in characters, or in members where it is a list. What is longer is rejected; the page cuts before it sends. */
export const LIMITS = {
  site: 64,
  locale: 35,
  page: 1024,
  articleId: 128,
  articleRev: 64,
  articleSection: 128,
  query: 200,
  metricId: 64,
  listId: 64,
  algorithm: 40,
  engine: 40,
  /** Of each filter; there may be ten. */
  filter: 64,
  filters: 10,
  comment: 1000,
  method: 40,
  formId: 64,
  offered: 10,
  ticket: 64,
  /** What a chat platform calls a message, a conversation or a visitor. */
  platformId: 200,
  /** Why a conversation ended early. */
  cause: 64,
  /** A host name, by DNS. */
  referrer: 255,
} as const

/** No event happened before 2000, or after 2100 (epoch ms): enough to catch seconds, strings and NaN. How far off is too far is the collector's to say. */
export const EARLIEST_MS: number = Date.UTC(2000)
/** The end of that span, epoch ms. */
export const LATEST_MS: number = Date.UTC(2100)

/** The greatest number of things, of events in a tab, say. */
export const MOST_THINGS = 1_000_000_000
