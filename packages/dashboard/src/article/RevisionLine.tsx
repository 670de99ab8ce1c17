import type { RevisionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ReadingCells } from '../articles/ReadingCells.js'
import { RateBehind } from '../parts/RateBehind.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

interface Props {
  readonly row: RevisionRow
  /** As its line in the chart is numbered. */
  readonly number: number
  readonly view: View
}

export function RevisionLine({ row, number, view }: Props): ReactElement {
  const { format } = view
  const words = view.words.on.article
  const { revision } = row
  const name = revision || words.noRevision
  const behind = (of: 'read' | 'quick_exit' | 'search_again') => (
    <RateBehind
      rate={row[of]}
      name={words.figure[of].name}
      about={name}
      behind={`article.${of}`}
      row={revision}
      view={view}
    />
  )
  return (
    <tr>
      <th scope="row" className="ht-article">
        <span className="ht-mark-number">{format.count(number)}</span>{' '}
        {revision ? <bdi title={revision}>{seen(revision)}</bdi> : <span className="ht-quiet">{name}</span>}
      </th>
      <td>
        <time dateTime={row.first_at}>{format.dayAndTime(row.first_at)}</time>
      </td>
      <ReadingCells numbers={row} behind={behind} view={view} />
    </tr>
  )
}
