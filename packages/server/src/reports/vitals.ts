import type { VitalName } from '@helptally/core'
import type { Store } from '../store/store.js'
import { headingOf } from './heading.js'
import { reportMetrics } from './metrics.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import type { VitalsReport, VitalsRow } from './shapes.js'
import { speedOutcomes } from './speedOutcomes.js'
import { VITAL_LIMITS } from './vitalLimits.js'
import { vitalsSql } from './vitals.sql.js'

export const vitalsDefinition: VitalsReport['definition'] = {
  id: 'vitals',
  version: 4,
  text:
    'For each web vital of the articles with most page views the value that three of four page views stay at or under (p75, nearest rank), the number of page views measured, and how many of them were good, in need ' +
    'of improvement and poor by the limits of web.dev/articles/vitals. The last report of a page view counts, on the day on which its session began; loads and navigations inside the app are ' +
    'kept apart. Beside them, what came of the openings whose largest contentful paint (LCP) was measured: how many were read and how many were left at once, by its speed. That the two go together does not say that one makes the other. Events of robots and of tests do not count.',
  metrics: reportMetrics.vitals,
}

/** `lcp_p75`, `lcp_n` and so on. */
type Counted = Pick<VitalsRow, 'article' | 'navigation'> & {
  readonly synthetic: boolean
  readonly [number: `${string}_${'p75' | 'n' | 'good' | 'poor'}`]: number
}

export async function vitalsReport(store: Store, query: ReportQuery): Promise<VitalsReport> {
  const scope = scopeOf(query)
  const counted = await store.queryFacts<Counted>(vitalsSql, { ...scope, limit: query.limit })
  return {
    definition: vitalsDefinition,
    ...headingOf(query),
    synthetic: counted.some((row) => row.synthetic),
    rows: counted.flatMap(rowsOf),
    speed: await speedOutcomes(store, scope, ''),
  }
}

const METRICS = (Object.keys(VITAL_LIMITS) as VitalName[]).toSorted()

/** Of the vitals that were measured, by name. */
function rowsOf(of: Counted): VitalsRow[] {
  const { article, navigation } = of
  return METRICS.flatMap((metric) => {
    const numberOf = (name: 'p75' | 'n' | 'good' | 'poor') => of[`${metric.toLowerCase()}_${name}`]!
    const [n, good, poor] = [numberOf('n'), numberOf('good'), numberOf('poor')]
    if (n === 0) return []
    return {
      article,
      metric,
      navigation,
      p75: numberOf('p75'),
      n,
      good: rateOf(good, n),
      needs_improvement: rateOf(n - good - poor, n),
      poor: rateOf(poor, n),
    }
  })
}
