import type { ReadingStep } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import type { View } from '../view.js'
import { CURVE_HEIGHT, curvePath, curveY } from './curvePath.js'

const AXIS_HEIGHT = 28
const SHARES = [0, 0.5, 1]
const DEPTHS = [0, 25, 50, 75, 100]

/** The share of openings over how much of the article they saw. Only the curve is stretched; letters and lines are not. */
export function CurveChart({ steps, view }: { steps: readonly ReadingStep[]; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.article
  const path = curvePath(steps)
  return (
    <svg
      className="ht-chart"
      role="img"
      aria-labelledby="ht-curve-name ht-curve-desc"
      width="100%"
      height={CURVE_HEIGHT + AXIS_HEIGHT}
    >
      <title id="ht-curve-name">{words.curve}</title>
      <desc id="ht-curve-desc">{words.curveDescription(sawText(steps, 50, view), sawText(steps, 100, view))}</desc>
      {SHARES.map((share) => (
        <g key={share} className={share === 0 ? 'ht-ground' : 'ht-grid'}>
          <line x1="0" x2="100%" y1={curveY(share)} y2={curveY(share)} />
          <text x="-8" y={curveY(share)} dy="0.32em" textAnchor="end">
            {format.share(share)}
          </text>
        </g>
      ))}
      {DEPTHS.map((depth) => (
        <text
          key={depth}
          className="ht-tick"
          x={percent(depth)}
          y={CURVE_HEIGHT + 20}
          // In its middle, the last one would reach out of a narrow card.
          textAnchor={depth === 100 ? 'end' : 'middle'}
        >
          {format.share(depth / 100)}
        </text>
      ))}
      <svg
        aria-hidden="true"
        width="100%"
        height={CURVE_HEIGHT}
        viewBox={`0 0 100 ${CURVE_HEIGHT}`}
        preserveAspectRatio="none"
      >
        <path className="ht-curve-area" d={path.area} />
        <path className="ht-curve-line" d={path.line} vectorEffect="non-scaling-stroke" />
      </svg>
    </svg>
  )
}

function sawText(steps: readonly ReadingStep[], depth: number, { format }: View): string {
  const rate = steps.find(({ scroll }) => scroll === depth)?.openings.rate ?? null
  return rate === null ? '—' : format.share(rate)
}
