import type { ReactElement } from 'react'
import { isLow } from '../lowN.js'
import { percent } from '../overview/bars.js'
import type { View } from '../view.js'
import { RATINGS } from './vitalRating.js'
import type { VitalShares } from './vitalShares.js'

const HEIGHT = 14

/** One bar in up to three parts; the cells beside it hold the same numbers. */
export function SharesBar({ shares, view }: { shares: VitalShares; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.performance
  const id = `ht-shares-${shares.metric}`
  const told = RATINGS.map((rating) => `${view.words.vitals.rating[rating]} ${format.share(shares[rating].rate ?? 0)}`)
  let x = 0
  return (
    <svg
      className={isLow(shares.n) ? 'ht-rated ht-rated-few' : 'ht-rated'}
      role="img"
      aria-labelledby={`${id} ${id}-desc`}
      width="100%"
      height={HEIGHT}
    >
      <title id={id}>{words.barTitle(shares.metric)}</title>
      <desc id={`${id}-desc`}>{words.barDescription(told.join(', '), format.count(shares.n))}</desc>
      {RATINGS.map((rating) => {
        const left = x
        x += 100 * (shares[rating].rate ?? 0)
        return (
          <rect
            key={rating}
            className={`ht-fill-${rating}`}
            x={percent(left)}
            width={percent(x - left)}
            height={HEIGHT}
          />
        )
      })}
    </svg>
  )
}
