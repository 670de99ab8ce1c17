import type { Entry } from '@helptally/core'
import type { Definition } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ChangeNote } from '../parts/ChangeNote.js'
import { Swatch } from '../parts/EntryMark.js'
import { Meaning } from '../parts/Meaning.js'
import type { View } from '../view.js'

interface Props {
  /** The key of the number in its report. */
  readonly of: 'sessions' | 'orphan_searches' | 'open' | Entry
  readonly name: string
  readonly now: number
  /** In the period before; absent for a number that has none. */
  readonly before?: number | undefined
  readonly aside?: string
  readonly definition: Definition
  readonly meaning?: string
  readonly swatch?: Entry
  readonly className?: string
  readonly view: View
}

/** One number with its name, its change and its meaning. */
export function Total(props: Props): ReactElement {
  const { of, name, now, before, aside, definition, meaning, swatch, className = '', view } = props
  return (
    <div className={`ht-total ${className}`} data-total={of}>
      <div className="ht-total-name">
        <h3>
          {swatch && <Swatch entry={swatch} />}
          {name}
        </h3>
        <Meaning id={`ht-means-${of}`} name={name} definition={definition} text={meaning} of={of} view={view} />
      </div>
      <p className="ht-number">{view.format.count(now)}</p>
      {before !== undefined && <ChangeNote before={before} now={now} view={view} />}
      {aside && <p className="ht-aside">{aside}</p>}
    </div>
  )
}
