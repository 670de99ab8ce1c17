import type { ReactElement, ReactNode } from 'react'
import { isIncomplete } from '../period.js'
import type { View } from '../view.js'
import { Comparison } from './Comparison.js'
import { FilterChips } from './FilterChips.js'
import { FilterForm } from './FilterForm.js'
import { ImportedNote } from './ImportedNote.js'
import { RangeChoice } from './RangeChoice.js'
import { SyntheticNote } from './SyntheticNote.js'
import { seen } from './seen.js'

interface Props {
  readonly title: string
  /** One sentence: what the page answers. */
  readonly lead?: ReactNode
  readonly isSynthetic: boolean
  readonly isImported?: boolean | undefined
  /** `now`: a page of this moment, which no period and no comparison concerns. */
  readonly of?: 'period' | 'now'
  readonly view: View
}

/** The title, and the slice that all numbers below it are of. */
export function PageHeader({ title, lead, isSynthetic, isImported, of = 'period', view }: Props): ReactElement {
  const { words, format, period } = view
  return (
    <header className="ht-header">
      <div className="ht-title">
        <h1>{title}</h1>
        {of === 'period' && <RangeChoice view={view} />}
      </div>
      {lead && <p className="ht-lead">{lead}</p>}
      <p className="ht-when">
        <bdi className="ht-break">{seen(view.site)}</bdi>
        {of === 'period' && (
          <>
            <span className="ht-period">{format.period(period.from, period.to)}</span>
            <Comparison view={view} />
          </>
        )}
        <span>{words.frame.timeZone(view.timeZone)}</span>
      </p>
      {of === 'period' && isIncomplete(period, view.now) && <p className="ht-note">{words.frame.stillCounting}</p>}
      <div className="ht-filters">
        <FilterChips view={view} />
        <FilterForm view={view} />
      </div>
      {isSynthetic && <SyntheticNote view={view} />}
      {isImported && <ImportedNote view={view} />}
    </header>
  )
}
