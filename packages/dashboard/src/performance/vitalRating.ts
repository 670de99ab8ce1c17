import type { VitalName } from '@helptally/core'

/** The vitals that judge a page; the others only help to explain them. */
export type JudgedVital = Extract<VitalName, 'LCP' | 'INP' | 'CLS'>
export const JUDGED_VITALS: readonly JudgedVital[] = ['LCP', 'INP', 'CLS']

export type Rating = 'good' | 'needs_work' | 'poor'
export const RATINGS: readonly Rating[] = ['good', 'needs_work', 'poor']

/**
 * The limits of web.dev/articles/vitals, and of /articles/fcp and /articles/ttfb: up to `good` is good, above `poor` is
 * poor. Milliseconds; CLS has no unit.
 */
export const THRESHOLDS: Readonly<Record<VitalName, { readonly good: number; readonly poor: number }>> = {
  LCP: { good: 2500, poor: 4000 },
  INP: { good: 200, poor: 500 },
  CLS: { good: 0.1, poor: 0.25 },
  FCP: { good: 1800, poor: 3000 },
  TTFB: { good: 800, poor: 1800 },
}

/** Those that judge first. */
export const METRICS: readonly VitalName[] = Object.keys(THRESHOLDS) as VitalName[]

export function rateVital(metric: JudgedVital, p75: number): Rating {
  const { good, poor } = THRESHOLDS[metric]
  if (p75 <= good) return 'good'
  return p75 <= poor ? 'needs_work' : 'poor'
}
