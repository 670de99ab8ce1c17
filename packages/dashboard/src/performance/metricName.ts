import type { VitalName } from '@helptally/core'
import type { View } from '../view.js'

/** What a vital measures, as people say it. */
export function metricName(metric: VitalName, { words }: View): string {
  if (metric === 'FCP' || metric === 'TTFB') return words.on.performance.explains[metric]
  return words.vitals.metric[metric]
}
