import type { GapTerm } from '@helptally/server/reports'
import type { ReactElement } from 'react'

/** The colour of a way to fail, always beside its name. */
export function TermMark({ term }: { term: GapTerm }): ReactElement {
  return (
    <svg className="ht-swatch" aria-hidden="true" width="10" height="10">
      <rect className={`ht-term ht-term-${term}`} x="0.5" y="0.5" width="9" height="9" rx="2" />
    </svg>
  )
}
