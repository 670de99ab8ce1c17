import type { SearchRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { BehindLink } from '../parts/BehindLink.js'
import { QueryLink } from '../parts/QueryLink.js'
import type { View } from '../view.js'
import { PlaceBars } from './PlaceBars.js'
import { SearchRate } from './SearchRate.js'

const RATES = ['success', 'ctr', 'zero_result', 'no_click', 'refined'] as const

/** One query and what came of its searches. */
export function QueryLine({ row, view }: { row: SearchRow; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.search
  const { query, refined_to, mean_position, latency_p75_ms } = row
  const searches = format.count(row.searches)
  return (
    <tr>
      <th scope="row" className="ht-article">
        <QueryLink query={query} view={view} />
      </th>
      <td>
        <BehindLink
          behind="searches.rows"
          row={query}
          label={view.words.frame.behind(searches, words.column.searches, query)}
          view={view}
        >
          {searches}
        </BehindLink>
      </td>
      <td>{format.count(row.tabs)}</td>
      {RATES.map((of) => (
        <td key={of}>
          <SearchRate of={of} row={row} view={view} />
        </td>
      ))}
      <td className="ht-refined-to">
        {refined_to ? <QueryLink query={refined_to} view={view} /> : <span className="ht-quiet">—</span>}
      </td>
      <td>{mean_position === null ? '—' : format.plain(Math.round(mean_position * 10) / 10)}</td>
      <td>{latency_p75_ms === null ? '—' : format.milliseconds(latency_p75_ms)}</td>
      <td className="ht-row-places">
        <PlaceBars row={row} view={view} />
      </td>
    </tr>
  )
}
