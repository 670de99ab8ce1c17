import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** Says that numbers come from an access log, so that nobody takes them for what pages counted. */
export function ImportedNote({ view: { words } }: { view: View }): ReactElement {
  return (
    <p className="ht-imported" role="note">
      <strong>{words.frame.imported}</strong> {words.frame.importedMeaning}
    </p>
  )
}
