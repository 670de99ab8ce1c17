import type { ReportDefaults } from '../reports/parseReportQuery.js'
import type { Store } from '../store/store.js'
import { type FeedType, readFeed } from '../tickets/readFeed.js'
import { takeFeed } from '../tickets/takeFeed.js'
import { answer, refuse } from './answers.js'
import { readText } from './readText.js'
import { EXPECTED_SITE, siteOf } from './siteOf.js'

export const MAX_FEED_BYTES = 1_048_576

/** None of them may be sent from a page of another origin without its leave, whatever cookies let in here. */
const TYPES: Readonly<Record<string, FeedType>> = { 'application/json': 'json', 'text/csv': 'csv' }

/** `POST {base}/tickets?site`: keeps the tickets of a help desk, the bad ones refused with their reasons. */
export async function receiveTickets(
  request: Request,
  { store, defaults, now }: { readonly store: Store; readonly defaults: ReportDefaults; readonly now: () => number },
): Promise<Response> {
  const site = siteOf(request, defaults)
  if (!site) return refuse(400, EXPECTED_SITE)
  const read = await readText(request, Object.keys(TYPES), MAX_FEED_BYTES)
  if (!read.ok) return refuse(read.status, read.error, read.headers)
  const feed = readFeed(read.text, TYPES[read.type]!, now())
  if (!feed.ok) return refuse(400, feed.reason)
  return answer(200, await takeFeed(store, site, feed, now()))
}
