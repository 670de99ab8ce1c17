import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** A moment of today by the clock, any other with its day. */
export function When({ at, view: { format, now } }: { at: string; view: View }): ReactElement {
  return <time dateTime={at}>{format.isSameDay(at, now) ? format.clock(at) : format.dayAndTime(at)}</time>
}
