import type { ReactElement } from 'react'

/** Seven outcomes are more than hues that stay apart: two share one with another, and are hatched. */
export function OutcomeHatches(): ReactElement {
  return (
    <defs>
      <pattern id="ht-hatch-test" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="ht-fill-bot" width="2.5" height="5" />
      </pattern>
      <pattern id="ht-hatch-over_limit" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className="ht-fill-invalid" width="5" height="2.5" />
      </pattern>
    </defs>
  )
}
