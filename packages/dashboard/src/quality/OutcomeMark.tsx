import type { ReactElement } from 'react'
import type { View } from '../view.js'
import type { UnacceptedOutcome } from './unacceptedIn.js'

/** An outcome by its fill and by its name. */
export function OutcomeMark({ outcome, view }: { outcome: UnacceptedOutcome; view: View }): ReactElement {
  return (
    <span className="ht-entry">
      <svg className="ht-swatch" aria-hidden="true" width="10" height="10">
        <rect className={`ht-fill-${outcome}`} width="10" height="10" rx="2" />
      </svg>
      {view.words.on.quality.outcome[outcome]}
    </span>
  )
}
