import type { RevisionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { lowClass } from '../articles/lowClass.js'
import { RateBehind } from '../parts/RateBehind.js'
import { RateText } from '../parts/RateText.js'
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
  const { revision, opens, helpfulness, engaged_median_ms: engaged } = row
  const name = revision || words.noRevision
  const low = lowClass(opens)
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
        {revision ? <bdi title={revision}>{revision}</bdi> : <span className="ht-quiet">{name}</span>}
      </th>
      <td>
        <time dateTime={row.first_at}>{format.dayAndTime(row.first_at)}</time>
      </td>
      <td className={low}>{format.count(opens)}</td>
      <td>{behind('read')}</td>
      <td>{behind('quick_exit')}</td>
      <td className={low}>{engaged === null ? '—' : format.duration(engaged)}</td>
      <td className={low}>{format.share(row.scroll_median / 100)}</td>
      <td>
        <RateText rate={{ rate: helpfulness.low, n: helpfulness.n }} view={view} />
      </td>
      <td>{behind('search_again')}</td>
      <td>
        <RateText rate={row.contact_after} view={view} />
      </td>
      <td>
        <RateText rate={row.failed} view={view} />
      </td>
    </tr>
  )
}
