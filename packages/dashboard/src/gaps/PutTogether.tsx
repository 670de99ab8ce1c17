import type { WorkedGap } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { InARow } from '../parts/InARow.js'
import { queryText } from '../parts/queryText.js'
import type { View } from '../view.js'

/** Other queries that are the same gap. */
export function PutTogether({ gap, view }: { gap: WorkedGap; view: View }): ReactElement | null {
  const words = view.words.on.gaps
  if (gap.queries.length === 0) return null
  return (
    <p className="ht-note">
      {words.and} <InARow texts={gap.queries.map((query) => queryText(query, view))} between=", " />
    </p>
  )
}
