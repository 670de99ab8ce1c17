import type { ReactElement } from 'react'

/** Fills for print, forced colours and high contrast, where hue alone would not tell the entries apart. */
export function Hatches(): ReactElement {
  return (
    <defs>
      <pattern
        id="ht-hatch-direct_link"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="ht-fill-direct_link" width="2.5" height="5" />
      </pattern>
      <pattern id="ht-hatch-search_enter" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className="ht-fill-search_enter" width="5" height="2" />
      </pattern>
    </defs>
  )
}
