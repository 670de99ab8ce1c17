import type { VitalName } from '@helptally/core'

/** Up to `good` a value is good, above `poor` it is poor. Milliseconds; CLS has no unit. */
export interface VitalLimits {
  readonly good: number
  readonly poor: number
}

/** The limits that web-vitals itself goes by: https://web.dev/articles/vitals, and /articles/fcp and /articles/ttfb beside it. */
export const VITAL_LIMITS: Readonly<Record<VitalName, VitalLimits>> = {
  LCP: { good: 2_500, poor: 4_000 },
  INP: { good: 200, poor: 500 },
  CLS: { good: 0.1, poor: 0.25 },
  FCP: { good: 1_800, poor: 3_000 },
  TTFB: { good: 800, poor: 1_800 },
}
