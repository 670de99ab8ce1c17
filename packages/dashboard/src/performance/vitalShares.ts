import type { VitalName } from '@helptally/core'
import type { Rate, VitalsRow } from '@helptally/server/reports'
import type { Navigation } from './navigationOf.js'
import { METRICS, type Rating } from './vitalRating.js'

/** How the page views of all rows fared by one vital. */
export type VitalShares = { readonly metric: VitalName; readonly n: number } & Readonly<Record<Rating, Rate>>

/** Those that were measured, in one kind of navigation. Each row weighs as much as its page views. */
export function vitalShares(rows: readonly VitalsRow[], navigation: Navigation): VitalShares[] {
  return METRICS.flatMap((metric) => {
    const measured = rows.filter((row) => row.metric === metric && row.navigation === navigation)
    if (measured.length === 0) return []
    return {
      metric,
      n: sum(measured.map(({ n }) => n)),
      good: pooled(measured, 'good'),
      needs_work: pooled(measured, 'needs_improvement'),
      poor: pooled(measured, 'poor'),
    }
  })
}

function pooled(rows: readonly VitalsRow[], share: 'good' | 'needs_improvement' | 'poor'): Rate {
  const n = sum(rows.map((row) => row.n))
  return { rate: n === 0 ? null : sum(rows.map((row) => (row[share].rate ?? 0) * row.n)) / n, n }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
