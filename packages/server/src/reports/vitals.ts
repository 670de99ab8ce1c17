import type { Store } from '../store/store.js'
import { headingOf } from './heading.js'
import type { ReportQuery } from './parseReportQuery.js'
import { rateOf } from './rates.js'
import { scopeOf } from './scope.js'
import { DAY_MS } from './settings.js'
import type { VitalsReport, VitalsRow } from './shapes.js'
import { speedOutcomes } from './speedOutcomes.js'
import { VITAL_LIMITS } from './vitalLimits.js'
import { vitalsSql } from './vitals.sql.js'

const definition = {
  id: 'vitals',
  version: 3,
  text:
    'For each article and web vital the value that three of four page views stay at or under (p75, nearest rank), the number of page views measured, and how many of them were good, in need ' +
    'of improvement and poor by the limits of web.dev/articles/vitals. The last report of a page view counts; loads and navigations inside the app are kept apart. ' +
    'Beside them, what came of the openings whose largest contentful paint (LCP) was measured: how many were read and how many were left at once, by its speed; openings count on the day on ' +
    'which their session began. That the two go together does not say that one makes the other. Events of robots and of tests do not count.',
} as const

type Counted = Pick<VitalsRow, 'article' | 'metric' | 'navigation' | 'p75' | 'n'> & {
  readonly good: number
  readonly poor: number
  readonly synthetic: boolean
}

export async function vitalsReport(store: Store, query: ReportQuery): Promise<VitalsReport> {
  const scope = scopeOf(query)
  const counted = await store.queryFacts<Counted>(vitalsSql, { ...scope, ...limits(), day_ms: DAY_MS })
  return {
    definition,
    ...headingOf(query),
    synthetic: counted.some((row) => row.synthetic),
    rows: counted.map(rowOf),
    speed: await speedOutcomes(store, scope, ''),
  }
}

function limits(): { metrics: string[]; good: number[]; poor: number[] } {
  const all = Object.values(VITAL_LIMITS)
  return { metrics: Object.keys(VITAL_LIMITS), good: all.map(({ good }) => good), poor: all.map(({ poor }) => poor) }
}

const rowOf = ({ good, poor, synthetic: _, ...row }: Counted): VitalsRow => ({
  ...row,
  good: rateOf(good, row.n),
  needs_improvement: rateOf(row.n - good - poor, row.n),
  poor: rateOf(poor, row.n),
})
