import type { ReactElement } from 'react'
import { isLow } from '../lowN.js'
import type { View } from '../view.js'
import { ratioOf } from './ratios.js'

interface Props {
  readonly part: number
  /** How many it is a part of. */
  readonly of: number
  readonly view: View
}

/** So many of a row's, and which share that is: grey when it is of few, and left out when there are none. */
export function PartCell({ part, of, view: { words, format } }: Props): ReactElement {
  const share = ratioOf(part, of)
  return (
    <td>
      {format.count(part)}
      {share !== null && part > 0 && (
        <small className={isLow(of) ? 'ht-low' : undefined} title={isLow(of) ? words.frame.lowN : undefined}>
          {format.share(share)}
        </small>
      )}
    </td>
  )
}
