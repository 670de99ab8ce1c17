import type { ReactElement } from 'react'
import type { View } from '../view.js'

const KEYS = ['/', 'c', 'r', '?', '← →'] as const

/** What the keys do. The page works without them; who hears them is `Shortcuts` of the plugin. */
export function ShortcutHelp({ view: { words } }: { view: View }): ReactElement {
  return (
    <span className="ht-keys">
      <button type="button" popoverTarget="ht-keys" data-key="?">
        {words.frame.keys}
      </button>
      <span popover="auto" id="ht-keys" className="ht-answer">
        <strong>{words.frame.keys}</strong>
        {KEYS.map((key) => (
          <span key={key}>
            <kbd>{key}</kbd> {words.frame.keyDoes[key]}
          </span>
        ))}
      </span>
    </span>
  )
}
