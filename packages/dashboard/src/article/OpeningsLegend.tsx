import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** What the parts of the chart are. `soFar`: the last interval, while it goes on. */
export function OpeningsLegend({ soFar, view }: { soFar: string | null; view: View }): ReactElement {
  const words = view.words.on.article
  return (
    <ul className="ht-legend" aria-label={words.legend}>
      <li className="ht-entry">
        <svg className="ht-swatch" aria-hidden="true" width="10" height="10">
          <rect className="ht-fill-read" width="10" height="10" rx="2" />
        </svg>
        {words.wasRead}
      </li>
      <li className="ht-entry">
        <svg className="ht-swatch" aria-hidden="true" width="10" height="10">
          <rect className="ht-fill-opened" x="0.5" y="0.5" width="9" height="9" rx="2" />
        </svg>
        {words.notRead}
      </li>
      <li className="ht-entry">
        <svg className="ht-swatch ht-mark" aria-hidden="true" width="10" height="10">
          <line x1="5" x2="5" y1="0" y2="10" />
        </svg>
        {words.markLegend}
      </li>
      {soFar && (
        <li className="ht-entry">
          <svg className="ht-swatch" aria-hidden="true" width="10" height="10">
            <rect className="ht-so-far" x="0.5" y="0.5" width="9" height="9" rx="2" />
          </svg>
          {soFar}
        </li>
      )}
    </ul>
  )
}
