import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** Where a page has nothing to show: the way to the page that tells whether anything came. */
export function WhetherEventsArrive({ view }: { view: View }): ReactElement {
  const { words, hrefs, address } = view
  return (
    <p className="ht-more">
      <a href={hrefs.to('quality', address)}>{words.frame.whetherEventsArrive}</a>
    </p>
  )
}
