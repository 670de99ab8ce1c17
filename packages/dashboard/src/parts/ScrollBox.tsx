import type { ReactElement, ReactNode } from 'react'

/** Scrolls what is wider than the page inside itself, by keyboard too. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no landmark: the panel around it is one already
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <div className="ht-scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
