import type { ReactElement } from 'react'
import { hereWith, type View } from '../view.js'

/** The moment that the page shows, and the way to a later one. */
export function AsOf({ view }: { view: View }): ReactElement {
  const { format, now } = view
  const words = view.words.on.live
  return (
    <p className="ht-behind">
      {words.asOf} <time dateTime={new Date(now).toISOString()}>{format.moment(now)}</time>. {words.still}{' '}
      <a href={hereWith(view, {})}>{words.refresh}</a>
    </p>
  )
}
