import type { ReactElement } from 'react'
import { type Bar, PLOT_HEIGHT, percent } from '../overview/bars.js'

/** One interval's bar; with a broken outline while that goes on. */
export function StackedBar({ bar, isOpen }: { bar: Bar; isOpen: boolean }): ReactElement {
  const x = percent(bar.x)
  const width = percent(bar.width)
  const top = bar.segments.at(-1)?.y ?? PLOT_HEIGHT
  return (
    <g className={isOpen ? 'ht-day ht-day-open' : 'ht-day'} data-start={bar.row.start}>
      <g className="ht-bar">
        {bar.segments.map(({ key, y, height }) => (
          <rect
            key={key}
            className={`ht-segment ht-fill-${key}`}
            data-part={key}
            x={x}
            width={width}
            y={y}
            height={height}
          />
        ))}
      </g>
      {isOpen && bar.segments.length > 0 && (
        <rect className="ht-so-far" x={x} width={width} y={top} height={PLOT_HEIGHT - top} rx="3" />
      )}
    </g>
  )
}
