import { scaleBand, scaleLinear } from 'd3-scale'

/** Px. The count of a bar stands above it, the end of its minute below. */
export const BARS_HEIGHT = 96
export const ABOVE_BARS = 20
export const BELOW_BARS = 24

const MINUTE_MS = 60_000

export interface Minute {
  readonly events: number
  /** When the minute ended, epoch ms. */
  readonly end: number
  /** Percent of the drawing's width. */
  readonly x: number
  readonly width: number
  /** Px. */
  readonly height: number
}

/** The latest minute last, as the report has them; it ended at `now`. */
export function layMinutes(perMinute: readonly number[], now: number): readonly Minute[] {
  const x = scaleBand<number>()
    .domain(perMinute.map((_, i) => i))
    .range([0, 100])
    .padding(0.24)
  const height = scaleLinear()
    .domain([0, Math.max(1, ...perMinute)])
    .rangeRound([0, BARS_HEIGHT])
  return perMinute.map((events, i) => ({
    events,
    end: now - (perMinute.length - 1 - i) * MINUTE_MS,
    x: x(i)!,
    width: x.bandwidth(),
    height: height(events),
  }))
}
