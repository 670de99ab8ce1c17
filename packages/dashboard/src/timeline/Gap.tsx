import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { GapBar } from './GapBar.js'

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
  return (
    <GapBar gapMs={gapMs} limitMs={limitMs}>
      {activeUntil !== undefined && `${words.timeline.activeUntil(format.clock(activeUntil))} · `}
      {words.timeline.gap(format.duration(gapMs), format.duration(limitMs))}
    </GapBar>
  )
}
