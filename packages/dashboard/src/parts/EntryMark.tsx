import type { Entry } from '@helptally/core'
import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** An entry by colour and by name, never by colour alone. */
export function EntryMark({ entry, view }: { entry: Entry; view: View }): ReactElement {
  return (
    <span className="ht-entry">
      <Swatch entry={entry} />
      {view.words.entry[entry]}
    </span>
  )
}

export function Swatch({ entry }: { entry: Entry }): ReactElement {
  return (
    <svg className="ht-swatch" aria-hidden="true" width="10" height="10">
      <rect className={`ht-fill-${entry}`} width="10" height="10" rx="2" />
    </svg>
  )
}
