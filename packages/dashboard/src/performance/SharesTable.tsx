import type { ReactElement } from 'react'
import { RateText } from '../parts/RateText.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { limitsText } from './limitsText.js'
import { metricName } from './metricName.js'
import { RatingMark } from './RatingMark.js'
import { SharesBar } from './SharesBar.js'
import { RATINGS } from './vitalRating.js'
import type { VitalShares } from './vitalShares.js'

interface Props {
  readonly shares: readonly VitalShares[]
  readonly caption: string
  readonly view: View
}

/** A line for each vital: its bar, the numbers that the bar draws, and the limits that they are rated by. */
export function SharesTable({ shares, caption, view }: Props): ReactElement {
  const words = view.words.on.performance
  return (
    <ScrollTable caption={caption} className="ht-vital-shares">
      <thead>
        <tr>
          <th scope="col">{words.metric}</th>
          <th scope="col">{words.shares}</th>
          {RATINGS.map((rating) => (
            <th key={rating} scope="col">
              <RatingMark rating={rating} view={view} />
            </th>
          ))}
          <th scope="col">{words.limits}</th>
        </tr>
      </thead>
      <tbody>
        {shares.map((one) => (
          <tr key={one.metric}>
            <th scope="row">
              {one.metric} <small className="ht-quiet">{metricName(one.metric, view)}</small>
            </th>
            <td className="ht-rated-cell">
              <SharesBar shares={one} view={view} />
            </td>
            {RATINGS.map((rating) => (
              <td key={rating}>
                <RateText rate={one[rating]} view={view} />
              </td>
            ))}
            <td className="ht-quiet">{limitsText(one.metric, view)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
