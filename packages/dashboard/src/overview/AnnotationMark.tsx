import type { ReactElement } from 'react'
import { type Bar, PLOT_HEIGHT, percent } from './bars.js'

/** A pennant, 9 by 8 px. */
const FLAG = 'M0 0h9l-3 4 3 4h-9z'

/** A flag over a bar in whose time something was done; what it was is told below the chart. */
export function AnnotationMark({ bar }: { bar: Bar }): ReactElement {
  const x = percent(bar.x + bar.width / 2)
  return (
    <g className="ht-annotation">
      <line x1={x} x2={x} y1="-8" y2={PLOT_HEIGHT} />
      <svg x={x} y="-8" width="9" height="8" aria-hidden="true">
        <path d={FLAG} />
      </svg>
    </g>
  )
}
