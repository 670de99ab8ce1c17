import type { Store } from '../store/store.js'
import type { ReportQuery } from './parseReportQuery.js'
import { NO_SEARCH, scopeOf } from './scope.js'

/** Counted over what the other filters choose. */
const tabsOfQuerySql = `
select count(distinct s.tab_id) as tabs
from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, '') s
where s.query = $query`

/**
 * A search chooses what a report is about only where the report of searches would show it; else it chooses nothing, as if
 * nobody had searched it. So a guess at what one person searched is never confirmed.
 */
export async function hideRareQuery(store: Store, query: ReportQuery): Promise<ReportQuery> {
  if (query.filters.query === '') return query
  const [found] = await store.queryFacts<{ tabs: number }>(tabsOfQuerySql, scopeOf(query))
  return found!.tabs >= query.k ? query : { ...query, filters: { ...query.filters, query: NO_SEARCH } }
}
