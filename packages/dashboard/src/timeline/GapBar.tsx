import type { ReactElement, ReactNode } from 'react'

interface Props {
  readonly gapMs: number
  /** The idle time that ends a session, ms. */
  readonly limitMs: number
  readonly children: ReactNode
}

/** How much of the idle time a gap took, as a bar, and in words. */
export function GapBar({ gapMs, limitMs, children }: Props): ReactElement {
  const used = Math.min(1, gapMs / limitMs)
  return (
    <p className="ht-gap">
      <svg aria-hidden="true" width="64" height="4">
        <rect className="ht-gap-limit" width="64" height="4" rx="2" />
        <rect className="ht-gap-used" width={(64 * used).toFixed(1)} height="4" rx="2" />
      </svg>
      <span>{children}</span>
    </p>
  )
}
