import type { Store } from '../store/store.js'
import { isoOf } from './heading.js'
import { latestSearchesSql, notFoundSql, perMinuteSql } from './liveNow.sql.js'
import type { ReportQuery } from './parseReportQuery.js'
import { asking } from './scope.js'
import { DAY_MS } from './settings.js'
import type { LiveReport, LiveSearch, NotFoundPage } from './shapes.js'

const MINUTES = 5
const KNOWN_DAYS = 30

/** What is going on at `now` (epoch ms), whatever the period. */
export async function liveNow(
  store: Store,
  query: ReportQuery,
  now: number,
): Promise<Pick<LiveReport, 'per_minute' | 'searches' | 'searches_withheld' | 'not_found'>> {
  const { site, filters, limit, k } = query
  const ask = asking(store, query)
  const of = { site, ...filters }
  const since = now - DAY_MS
  const [minutes, made, pages] = await Promise.all([
    ask<{ events: number }>(perMinuteSql(filters), {
      ...of,
      now,
      minutes: MINUTES,
      since: now - MINUTES * 60_000,
    }),
    store.queryFacts<Search>(latestSearchesSql(filters), {
      ...of,
      since,
      known_since: now - KNOWN_DAYS * DAY_MS,
      until: now + DAY_MS,
      least_tabs: k,
      limit,
    }),
    ask<Omit<NotFoundPage, 'at'> & { at: number }>(notFoundSql(filters), { ...of, since, limit }),
  ])
  const searches = made.flatMap(({ at, query, results }): LiveSearch[] =>
    query === null ? [] : [{ at: isoOf(at), query, results }],
  )
  return {
    per_minute: minutes.map(({ events }) => events),
    searches,
    searches_withheld: made.length - searches.length,
    not_found: pages.map(({ at, ...page }) => ({ ...page, at: isoOf(at) })),
  }
}

interface Search {
  readonly at: number
  readonly query: string | null
  readonly results: number | null
}
