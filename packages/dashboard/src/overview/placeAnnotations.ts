import type { Annotation } from '@helptally/server/reports'
import type { Bar } from './bars.js'

export interface Placed {
  readonly bar: Bar
  readonly annotations: readonly Annotation[]
}

/** The bars in whose time something was done, with what was. `to`: where the last bar ends, an ISO instant. */
export function placeAnnotations(bars: readonly Bar[], to: string, annotations: readonly Annotation[]): Placed[] {
  const edges = [...bars.map(({ row }) => row.start), to].map((edge) => Date.parse(edge))
  return bars.flatMap((bar, i) => {
    const within = annotations.filter(({ at }) => Date.parse(at) >= edges[i]! && Date.parse(at) < edges[i + 1]!)
    return within.length > 0 ? [{ bar, annotations: within }] : []
  })
}
