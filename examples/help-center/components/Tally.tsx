import type { ReactElement } from 'react'

/** Five strokes of a tally: the mark of this site. */
export function Tally({ className }: { className?: string }): ReactElement {
  return (
    <svg
      className={className}
      viewBox="0 0 32 32"
      fill="none"
      strokeWidth="2.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M8.5 9v14M13.5 9v14M18.5 9v14M23.5 9v14" stroke="currentColor" />
      <path d="M5.5 20.5 26.5 11.5" className="tally-stroke" />
    </svg>
  )
}
