import type { WorkedGap } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** Other queries that are the same gap. */
export function PutTogether({ gap, view }: { gap: WorkedGap; view: View }): ReactElement | null {
  const words = view.words.on.gaps
  if (gap.queries.length === 0) return null
  return (
    <p className="ht-note">
      {words.and}{' '}
      {gap.queries.map((query, i) => (
        <span key={query}>
          {i > 0 && ', '}
          <bdi>{query || view.words.on.search.blank}</bdi>
        </span>
      ))}
    </p>
  )
}
