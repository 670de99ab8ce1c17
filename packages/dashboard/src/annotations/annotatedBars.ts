import type { Annotation } from '@helptally/server/reports'
import type { DatedBar } from '../overview/dayTicks.js'

/** The bars in whose time something was done. `to`: where the last bar ends, an ISO instant. */
export function annotatedBars(bars: readonly DatedBar[], to: string, annotations: readonly Annotation[]): DatedBar[] {
  const edges = [...bars.map(({ row }) => row.start), to].map((edge) => Date.parse(edge))
  const times = annotations.map(({ at }) => Date.parse(at))
  return bars.filter((_, i) => times.some((at) => at >= edges[i]! && at < edges[i + 1]!))
}
