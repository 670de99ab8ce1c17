import type { ReadingStep } from '@helptally/server/reports'
import { area, line } from 'd3-shape'

/** Height of the plot, px. Its width is drawn as 100 and stretched. */
export const CURVE_HEIGHT = 160

export interface CurvePath {
  readonly area: string
  readonly line: string
}

/** Every opening saw at least nothing of it, so the line begins at all of them. */
export function curvePath(steps: readonly ReadingStep[]): CurvePath {
  const points = [[0, 1] as const, ...steps.map(({ scroll, openings }) => [scroll, openings.rate ?? 0] as const)]
  const x = ([scroll]: readonly [number, number]) => scroll
  const y = ([, share]: readonly [number, number]) => curveY(share)
  return {
    area: area<readonly [number, number]>(x, CURVE_HEIGHT, y)(points)!,
    line: line<readonly [number, number]>(x, y)(points)!,
  }
}

/** Px from the top of the plot. */
export const curveY = (share: number): number => Math.round(10 * CURVE_HEIGHT * (1 - share)) / 10
