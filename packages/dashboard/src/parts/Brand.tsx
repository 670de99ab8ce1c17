import type { ReactElement } from 'react'

/** The product's mark, four strokes and the fifth across, with its name. */
export function Brand(): ReactElement {
  return (
    <span className="ht-brand">
      <svg aria-hidden="true" width="22" height="20" viewBox="0 0 22 20">
        <path d="M4 3v14M8.7 3v14M13.3 3v14M18 3v14" />
        <path className="ht-brand-fifth" d="M1 14.5 21 5.5" />
      </svg>
      Helptally
    </span>
  )
}
