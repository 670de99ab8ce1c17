import type { SearchRow } from '@helptally/server/reports'
import { scaleLinear } from 'd3-scale'
import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** Px. */
const HEIGHT = 18
const BAR = 6
const STEP = 8

/** Where the clicks of one query fell: a bar a place, and in words how many fell on the first. */
export function PlaceBars({ row: { clicks_at: places }, view }: { row: SearchRow; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.search
  const told = places.reduce((sum, at) => sum + at, 0)
  if (told === 0) return <span className="ht-quiet">—</span>
  const height = scaleLinear()
    .domain([0, Math.max(...places)])
    .range([0, HEIGHT])
  const inFull = places.map((at, i) => `${format.count(i + 1)}: ${format.count(at)}`).join(' · ')
  return (
    <span title={inFull}>
      <svg className="ht-place-bars" aria-hidden="true" width={STEP * places.length} height={HEIGHT}>
        {places.map((at, i) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity.
            key={i}
            className="ht-funnel-bar"
            x={STEP * i}
            width={BAR}
            y={Math.round(HEIGHT - height(at))}
            height={Math.round(height(at))}
          />
        ))}
      </svg>
      <small className="ht-quiet">{words.onFirst(format.count(places[0] ?? 0), format.count(told))}</small>
    </span>
  )
}
