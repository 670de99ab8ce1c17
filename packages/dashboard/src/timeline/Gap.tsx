import type { ReactElement } from 'react'
import type { View } from '../view.js'

interface Props {
  readonly gapMs: number
  /** The idle time that ends a session, ms. */
  readonly limitMs: number
  /** The reader's last activity before the gap, where no line above shows it; epoch ms. */
  readonly activeUntil?: number | undefined
  readonly view: View
}

/** How long nothing happened, beside how long it may last. */
export function Gap({ gapMs, limitMs, activeUntil, view: { words, format } }: Props): ReactElement {
  const used = Math.min(1, gapMs / limitMs)
  return (
    <p className="ht-gap">
      <svg aria-hidden="true" width="64" height="4">
        <rect className="ht-gap-limit" width="64" height="4" rx="2" />
        <rect className="ht-gap-used" width={(64 * used).toFixed(1)} height="4" rx="2" />
      </svg>
      <span>
        {activeUntil !== undefined && `${words.timeline.activeUntil(format.clock(activeUntil))} · `}
        {words.timeline.gap(format.duration(gapMs), format.duration(limitMs))}
      </span>
    </p>
  )
}
