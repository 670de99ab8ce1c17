import type { GapRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { BehindLink } from '../parts/BehindLink.js'
import { QueryLink } from '../parts/QueryLink.js'
import { RateText } from '../parts/RateText.js'
import type { View } from '../view.js'
import { GapWork } from './GapWork.js'
import { PutTogether } from './PutTogether.js'
import { TermsBar } from './TermsBar.js'

interface Props {
  readonly row: GapRow
  /** By score, from 1, however the list is sorted. */
  readonly rank: number
  readonly most: number
  readonly view: View
}

/** One thing that readers look for in vain. */
export function GapLine({ row, rank, most, view }: Props): ReactElement {
  const { format } = view
  const words = view.words.on.gaps
  return (
    <tr>
      <td>{format.count(rank)}</td>
      <th scope="row" className="ht-gap-query">
        <QueryLink query={row.query} view={view} />
        <PutTogether gap={row} view={view} />
      </th>
      <td className="ht-gap-score">{format.plain(Math.round(row.score * 10) / 10)}</td>
      <td className="ht-gap-how">
        <TermsBar row={row} most={most} view={view} />
      </td>
      <td>
        <RateText rate={row.failed} view={view} />
      </td>
      <td>{format.count(row.tabs)}</td>
      <td className="ht-gap-work">
        <GapWork gap={row} id={`ht-gap-${rank}`} view={view} />
      </td>
      <td>
        <BehindLink behind="gaps.rows" row={row.query} view={view}>
          {words.sessions}
        </BehindLink>
      </td>
    </tr>
  )
}
