import type { GapStatus } from '../gapWork/gapWork.js'
import type { Store } from '../store/store.js'
import type { GapStatements } from './gaps.sql.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import type { GapEffect } from './searchShapes.js'
import { DAY_MS } from './settings.js'

const AROUND_MS = 28 * DAY_MS

interface Side {
  readonly cluster: string
  readonly is_after: boolean
  readonly searches: number
  readonly failed: number
}

interface Marked {
  readonly query: string
  readonly status: GapStatus
  readonly since: number | null
}

/** What became of the searches of the gaps that are marked as written, whatever period is asked for. */
export async function effectsOf(
  store: Store,
  query: ReportQuery,
  gaps: readonly Marked[],
  { effects }: GapStatements,
): Promise<ReadonlyMap<string, GapEffect>> {
  const written = gaps.flatMap(({ query: cluster, status, since }) =>
    status === 'written' && since !== null ? [{ cluster, since }] : [],
  )
  if (written.length === 0) return new Map()
  const times = written.map(({ since }) => since)
  const sides = await store.queryFacts<Side>(effects, {
    ...scopeOf(query),
    from: Math.min(...times) - AROUND_MS,
    to: Math.max(...times) + AROUND_MS,
    clusters: written.map(({ cluster }) => cluster),
    since: times,
    around: AROUND_MS,
    k: query.k,
  })
  const rateOn = (cluster: string, isAfter: boolean) => {
    const side = sides.find((one) => one.cluster === cluster && one.is_after === isAfter)
    return rateOf(side?.failed ?? 0, side?.searches ?? 0)
  }
  return new Map(
    written.map(({ cluster }) => [cluster, { before: rateOn(cluster, false), after: rateOn(cluster, true) }]),
  )
}
