import type { ReactElement } from 'react'

/** Where the numbers of a chart are told one by one, when it has the focus and the arrow keys go through it. */
export function ReadOut(): ReactElement {
  return <output className="ht-read-out" />
}
