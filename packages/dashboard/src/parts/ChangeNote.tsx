import type { ReactElement } from 'react'
import { changeSince } from '../change.js'
import type { View } from '../view.js'

interface Props {
  /** null when the period before had none. */
  readonly before: number | null
  readonly now: number
  /** Amounts change by so many and by a share of themselves, rates by percentage points. */
  readonly kind?: 'amount' | 'rate'
  /** As the number itself is written; a count when not said. */
  readonly write?: ((value: number) => string) | undefined
  readonly view: View
}

/**
 * The change against the period before. Without green and red: more sessions can mean more readers served or more
 * readers lost.
 */
export function ChangeNote({ before, now, kind = 'amount', write, view: { words, format } }: Props): ReactElement {
  if (before === null) return <p className="ht-change ht-before">{words.totals.noneBefore}</p>
  const written = words.totals.before((write ?? format.count)(before))
  if (kind === 'rate')
    return (
      <p className="ht-change">
        <span className="ht-difference">{words.totals.points(format.points(now - before))}</span>{' '}
        <span className="ht-before">{written}</span>
      </p>
    )
  const { difference, ratio } = changeSince(before, now)
  return (
    <p className="ht-change">
      {!write && <span className="ht-difference">{format.difference(difference)}</span>}{' '}
      {ratio === null ? <span title={words.totals.noRatio}>(—)</span> : <span>({format.ratio(ratio)})</span>}{' '}
      <span className="ht-before">{written}</span>
    </p>
  )
}
