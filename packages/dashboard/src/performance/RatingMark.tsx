import type { ReactElement } from 'react'
import type { View } from '../view.js'
import type { Rating } from './vitalRating.js'

/** A rating by name, by sign and by colour. */
export function RatingMark({ rating, view }: { rating: Rating; view: View }): ReactElement {
  return (
    <span className={`ht-vital-${rating}`}>
      <span className="ht-vital-rating">{view.words.vitals.rating[rating]}</span>
    </span>
  )
}
