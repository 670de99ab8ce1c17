import type { DeflectionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { BehindLink } from '../parts/BehindLink.js'
import { RateBehind } from '../parts/RateBehind.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

const COUNTS = ['sessions', 'opened', 'submitted'] as const

/** What the counts are called where the sessions behind them are asked for. */
const MEASURES = { sessions: 'rows', opened: 'opened', submitted: 'submitted' } as const

export function FormLine({ row, view }: { row: DeflectionRow; view: View }): ReactElement {
  const { format, words: all } = view
  const words = all.on.deflection
  const { method, form } = row
  const name = `${method}|${form}`
  const about = form === '' ? method : `${method}, ${form}`
  return (
    <tr>
      <th scope="row" className="ht-list-name">
        <bdi title={method}>{seen(method)}</bdi>
      </th>
      <td className="ht-list-name">
        {form === '' ? <span className="ht-quiet">{words.notNamed}</span> : <bdi title={form}>{seen(form)}</bdi>}
      </td>
      {COUNTS.map((of) => (
        <td key={of} className="ht-amount">
          {row[of] === 0 ? (
            format.count(0)
          ) : (
            <BehindLink
              behind={`deflection.${MEASURES[of]}`}
              row={name}
              label={all.frame.behind(format.count(row[of]), words.column[of], about)}
              view={view}
            >
              {format.count(row[of])}
            </BehindLink>
          )}
        </td>
      ))}
      <td className="ht-amount">
        <RateBehind
          rate={row.deflected}
          behind="deflection.deflected"
          row={name}
          name={words.column.deflected}
          about={about}
          view={view}
        />
      </td>
    </tr>
  )
}
