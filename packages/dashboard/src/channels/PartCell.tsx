import type { Channel } from '@helptally/core'
import type { ReactElement } from 'react'
import { isLow } from '../lowN.js'
import { BehindLink } from '../parts/BehindLink.js'
import type { View } from '../view.js'
import { ratioOf } from './ratios.js'

interface Props {
  readonly part: number
  /** How many it is a part of. */
  readonly of: number
  /** Which number of which channel it is, where its sessions can be shown. */
  readonly counts?: { readonly channel: Channel; readonly measure: string; readonly name: string }
  readonly view: View
}

/** So many of a row's, and which share that is: grey when it is of few, and left out when there are none. */
export function PartCell({ part, of, counts, view }: Props): ReactElement {
  const { words, format } = view
  const share = ratioOf(part, of)
  return (
    <td>
      {counts && part > 0 ? (
        <BehindLink
          behind={`channels.${counts.measure}`}
          row={counts.channel}
          label={words.frame.behind(format.count(part), counts.name, words.channel[counts.channel])}
          view={view}
        >
          {format.count(part)}
        </BehindLink>
      ) : (
        format.count(part)
      )}
      {share !== null && part > 0 && (
        <small className={isLow(of) ? 'ht-low' : undefined} title={isLow(of) ? words.frame.lowN : undefined}>
          {format.share(share)}
        </small>
      )}
    </td>
  )
}
