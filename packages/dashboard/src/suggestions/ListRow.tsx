import type { SuggestionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { BehindLink } from '../parts/BehindLink.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'
import { ListRate } from './ListRate.js'
import { Places } from './Places.js'

interface Props {
  readonly row: SuggestionRow
  /** The highest share at any place of any list, which the longest bar stands for. */
  readonly highest: number
  readonly view: View
}

export function ListRow({ row, highest, view }: Props): ReactElement {
  const { format } = view
  const words = view.words.on.suggestions
  const times = format.count(row.seen)
  return (
    <tr>
      <th scope="row" className="ht-list-name">
        <bdi title={row.list}>{seen(row.list)}</bdi>
      </th>
      <td className="ht-list-name">
        {row.algorithm === '' ? (
          <span className="ht-quiet">{words.notSaid}</span>
        ) : (
          <bdi title={row.algorithm}>{seen(row.algorithm)}</bdi>
        )}
      </td>
      <td className="ht-amount">
        <BehindLink
          behind="suggestions.rows"
          row={`${row.list}|${row.algorithm}`}
          label={view.words.frame.behind(times, words.column.seen, row.list)}
          view={view}
        >
          {times}
        </BehindLink>
      </td>
      <td className="ht-amount">
        <ListRate of="ctr" row={row} view={view} />
      </td>
      <td className="ht-amount">{format.count(row.clicks)}</td>
      <td className="ht-amount">
        <ListRate of="read_after" row={row} view={view} />
      </td>
      <td>
        <Places row={row} highest={highest} view={view} />
      </td>
    </tr>
  )
}
