import type { ReactElement, ReactNode } from 'react'
import { ScrollBox } from './ScrollBox.js'

interface Props {
  readonly caption: string
  /** Whether the caption is seen, or only heard because a heading already says it. */
  readonly captionShown?: 'yes' | 'no'
  readonly className?: string
  readonly children: ReactNode
}

/** A table that scrolls inside its own box, so that the page never does. */
export function ScrollTable({ caption, captionShown = 'no', className = '', children }: Props): ReactElement {
  return (
    <ScrollBox label={caption}>
      <table className={`ht-table ${className}`}>
        <caption className={captionShown === 'no' ? 'ht-heard' : undefined}>{caption}</caption>
        {children}
      </table>
    </ScrollBox>
  )
}
