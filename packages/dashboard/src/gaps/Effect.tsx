import type { WorkedGap } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { RateText } from '../parts/RateText.js'
import type { View } from '../view.js'

/** Whether what was written helped: failed of the searches before and after. */
export function Effect({ gap, view }: { gap: WorkedGap; view: View }): ReactElement | null {
  const words = view.words.on.gaps
  if (gap.status !== 'written') return null
  return (
    <dl className="ht-gap-effect">
      <div>
        <dt>{words.before}</dt>
        <dd>
          <RateText rate={gap.before} view={view} />
        </dd>
      </div>
      <div>
        <dt>{words.after}</dt>
        <dd>
          <RateText rate={gap.after} view={view} />
        </dd>
      </div>
    </dl>
  )
}
