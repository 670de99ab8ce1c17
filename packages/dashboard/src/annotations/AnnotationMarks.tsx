import type { Annotation } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import type { DatedBar } from '../overview/dayTicks.js'
import { annotatedBars } from './annotatedBars.js'

interface Props {
  readonly annotations: readonly Annotation[]
  readonly bars: readonly DatedBar[]
  /** Where the last bar ends, an ISO instant. */
  readonly to: string
  /** Of the plot, px. */
  readonly height: number
}

/** A pennant, 9 by 8 px. */
const FLAG = 'M0 0h9l-3 4 3 4h-9z'

/** A flag over each bar in whose time something was done; what it was is told below the chart. */
export function AnnotationMarks({ annotations, bars, to, height }: Props): ReactElement {
  return (
    <>
      {annotatedBars(bars, to, annotations).map((bar) => {
        const x = percent(bar.x + bar.width / 2)
        return (
          <g key={bar.row.start} className="ht-annotation">
            <line x1={x} x2={x} y1="-8" y2={height} />
            <svg x={x} y="-8" width="9" height="8" aria-hidden="true">
              <path d={FLAG} />
            </svg>
          </g>
        )
      })}
    </>
  )
}
