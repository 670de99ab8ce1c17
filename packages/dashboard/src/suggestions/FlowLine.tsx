import type { FlowRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { BehindLink } from '../parts/BehindLink.js'
import { RateText } from '../parts/RateText.js'
import type { View } from '../view.js'
import { FlowStep } from './FlowStep.js'
import { stepName } from './stepName.js'

export function FlowLine({ row, view }: { row: FlowRow; view: View }): ReactElement {
  const { words } = view
  return (
    <tr>
      <th scope="row" className="ht-article">
        <FlowStep node={row.from} view={view} />
      </th>
      <td className="ht-article">
        <FlowStep node={row.to} view={view} />
      </td>
      <td className="ht-via">{row.via === '' ? '—' : words.via[row.via]}</td>
      <td className="ht-amount">
        <Times row={row} view={view} />
      </td>
      <td className="ht-amount">
        <RateText rate={row.share} view={view} />
      </td>
    </tr>
  )
}

/**
 * How often, and the way to the sessions. Those are asked for over more articles than the page shows, so what is
 * `other` here is not the same there and leads nowhere.
 */
function Times({ row, view }: { row: FlowRow; view: View }): ReactElement {
  const { from, to, via, times } = row
  const words = view.words.on.suggestions
  const written = view.format.count(times)
  if (from === 'other' || to === 'other') return <>{written}</>
  return (
    <BehindLink
      behind="flow.rows"
      row={`${from}|${to}|${via}`}
      label={view.words.frame.behind(written, words.flowHead.times, `${stepName(from, view)} → ${stepName(to, view)}`)}
      view={view}
    >
      {written}
    </BehindLink>
  )
}
