import type { Rate } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { isLow } from '../lowN.js'
import type { View } from '../view.js'

/** A share with how many it is of; grey when they are few, a dash when there were none. */
export function RateText({ rate: { rate, n }, view }: { rate: Rate; view: View }): ReactElement {
  const { words, format } = view
  if (rate === null) return <span className="ht-quiet">—</span>
  return (
    <span className={isLow(n) ? 'ht-rate ht-low' : 'ht-rate'} title={isLow(n) ? words.frame.lowN : undefined}>
      {format.share(rate)} <small className="ht-quiet">{words.frame.n(format.count(n))}</small>
    </span>
  )
}
