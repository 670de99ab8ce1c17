import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import { OPENINGS_HEIGHT, type OpeningsBar } from './layOpenings.js'

interface Props {
  readonly bar: OpeningsBar
  readonly isOpen: boolean
  /** Its numbers, for the pointer; the table says the same to everyone else. */
  readonly told: string
}

/** One interval's bar: what was read from the ground up, then what was only opened; a broken outline while it goes on. */
export function OpeningsPart({ bar, isOpen, told }: Props): ReactElement {
  const { row, y, readY } = bar
  const x = percent(bar.x)
  const width = percent(bar.width)
  return (
    <g className={isOpen ? 'ht-opened-day ht-day-open' : 'ht-opened-day'} data-start={row.start} data-reading="">
      <title>{told}</title>
      <rect
        className="ht-day-area"
        x={percent(bar.dayX)}
        width={percent(bar.dayWidth)}
        y="0"
        height={OPENINGS_HEIGHT}
      />
      {y < readY && <rect className="ht-segment ht-fill-opened" x={x} width={width} y={y} height={readY - y} />}
      {readY < OPENINGS_HEIGHT && (
        <rect className="ht-segment ht-fill-read" x={x} width={width} y={readY} height={OPENINGS_HEIGHT - readY} />
      )}
      {isOpen && row.opens > 0 && (
        <rect className="ht-so-far" x={x} width={width} y={y} height={OPENINGS_HEIGHT - y} rx="3" />
      )}
    </g>
  )
}
