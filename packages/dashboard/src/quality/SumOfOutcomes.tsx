import { OUTCOMES } from '@helptally/core'
import type { LedgerCounts } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** The sum, written out, so that whoever reads it can add it up. */
export function SumOfOutcomes({ totals, view }: { totals: LedgerCounts; view: View }): ReactElement {
  const { count } = view.format
  const words = view.words.on.quality
  if (totals.received === 0)
    return (
      <p className="ht-behind">
        {words.nothing} {words.nothingNext}
      </p>
    )
  const sum = OUTCOMES.reduce((total, outcome) => total + totals[outcome], 0)
  const parts = OUTCOMES.map((outcome) => count(totals[outcome])).join(' + ')
  if (sum === totals.received) return <p className="ht-note">{words.sum(parts, count(sum))}</p>
  return (
    <p className="ht-alarm" role="alert">
      {words.sumDiffers(parts, count(sum), count(totals.received))}
    </p>
  )
}
