import type { ReactElement } from 'react'
import type { View } from '../view.js'

interface Props {
  /** Epoch ms. */
  readonly at: number
  /** The moment of the line above; null for the first one. */
  readonly before: number | null
  readonly view: View
}

/** The time of a line, and its day where that is another one than above: a conversation may last for days. */
export function TurnClock({ at, before, view: { format } }: Props): ReactElement {
  const isNewDay = before === null || !format.isSameDay(at, before)
  return (
    <time className="ht-clock" dateTime={new Date(at).toISOString()}>
      {format.clock(at)} {isNewDay && <small className="ht-clock-day">{format.day(at)}</small>}
    </time>
  )
}
