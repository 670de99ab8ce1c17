import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'

/** Why the page has no numbers, and what to try. What was said of the article before may still stand below. */
export function NotOpened({ view }: { view: View }): ReactElement {
  const words = view.words.on.article
  return (
    <Panel id="ht-not-opened" title={words.notOpened} view={view}>
      <p className="ht-quiet">{words.notOpenedText}</p>
    </Panel>
  )
}
