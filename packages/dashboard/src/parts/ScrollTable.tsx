import type { ReactElement, ReactNode } from 'react'

interface Props {
  readonly caption: string
  /** Whether the caption is seen, or only heard because a heading already says it. */
  readonly captionShown?: 'yes' | 'no'
  readonly className?: string
  readonly children: ReactNode
}

/** A table that scrolls inside its own box, by keyboard too, so that the page never does. */
export function ScrollTable({ caption, captionShown = 'no', className = '', children }: Props): ReactElement {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section className="ht-scroll" aria-label={caption} tabIndex={0}>
      <table className={`ht-table ${className}`}>
        <caption className={captionShown === 'no' ? 'ht-heard' : undefined}>{caption}</caption>
        {children}
      </table>
    </section>
  )
}
