import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** Says that numbers come from the seed command, so that nobody takes them for readers. */
export function SyntheticNote({ view: { words } }: { view: View }): ReactElement {
  return (
    <p className="ht-synthetic" role="note">
      <strong>{words.frame.synthetic}</strong> {words.frame.syntheticMeaning}
    </p>
  )
}
