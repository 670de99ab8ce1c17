import type { SearchesReport } from '@helptally/server/reports'
import { scaleLinear } from 'd3-scale'
import { partOf } from '../partOf.js'

export const FUNNEL = ['searches', 'known', 'found', 'clicked', 'success'] as const
export type FunnelStep = (typeof FUNNEL)[number]

export interface Step {
  readonly step: FunnelStep
  readonly count: number
  /** Of all searches. */
  readonly share: number
  /** Of the bar, in percent of the drawing's width. */
  readonly width: number
}

/** How far the searches got, from all of them to those that led to an article which was read. */
export function funnelSteps({ searches, known, zero, ctr, success }: SearchesReport['totals']): readonly Step[] {
  const width = scaleLinear()
    .domain([0, Math.max(1, searches)])
    .range([0, 100])
  const counts: Readonly<Record<FunnelStep, number>> = {
    searches,
    known,
    found: known - zero,
    clicked: partOf(ctr),
    success: partOf(success),
  }
  return FUNNEL.map((step) => ({
    step,
    count: counts[step],
    share: counts[step] / Math.max(1, searches),
    width: width(counts[step]),
  }))
}
