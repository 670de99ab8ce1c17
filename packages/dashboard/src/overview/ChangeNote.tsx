import type { ReactElement } from 'react'
import { changeSince } from '../change.js'
import type { View } from '../view.js'

/**
 * The change against the period before, in numbers and percent. Without green and red: more sessions can mean more readers served
 * or more readers lost.
 */
export function ChangeNote({
  before,
  now,
  view: { words, format },
}: {
  before: number
  now: number
  view: View
}): ReactElement {
  const { difference, ratio } = changeSince(before, now)
  return (
    <p className="ht-change">
      <span className="ht-difference">{format.difference(difference)}</span>{' '}
      {ratio === null ? <span title={words.totals.noRatio}>(—)</span> : <span>({format.ratio(ratio)})</span>}{' '}
      <span className="ht-before">{words.totals.before(format.count(before))}</span>
    </p>
  )
}
