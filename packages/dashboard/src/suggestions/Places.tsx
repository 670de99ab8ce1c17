import type { SuggestionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { isLow } from '../lowN.js'
import { RateText } from '../parts/RateText.js'
import type { View } from '../view.js'

const WIDTH = 28
const HEIGHT = 32

interface Props {
  readonly row: SuggestionRow
  readonly highest: number
  readonly view: View
}

/** For each place of the list, the share that was clicked there, as a small bar and as a number. */
export function Places({ row, highest, view }: Props): ReactElement {
  const { format } = view
  const words = view.words.on.suggestions
  return (
    <ol className="ht-list-places">
      {row.ctr_at.map((share, i) => {
        const place = format.count(i + 1)
        const height = highest === 0 ? 0 : (HEIGHT * (share.rate ?? 0)) / highest
        return (
          <li key={place} title={words.clicksAt(place, format.count(row.clicks_at[i] ?? 0))}>
            <svg aria-hidden="true" width={WIDTH} height={HEIGHT}>
              <rect className="ht-list-place-ground" y={HEIGHT - 1} width={WIDTH} height="1" />
              <rect
                className={isLow(share.n) ? 'ht-list-place ht-list-place-few' : 'ht-list-place'}
                y={(HEIGHT - height).toFixed(2)}
                width={WIDTH}
                height={height.toFixed(2)}
              />
            </svg>
            <span className="ht-list-place-name">{words.place(place)}</span> <RateText rate={share} view={view} />
          </li>
        )
      })}
    </ol>
  )
}
