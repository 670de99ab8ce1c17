import type { ReactElement } from 'react'
import { hereWith, type View } from '../view.js'

/** What the period is compared with, and the way to stop or start comparing. */
export function Comparison({ view }: { view: View }): ReactElement {
  const { words, format, period } = view
  const { before } = period
  return (
    <span>
      {before && words.frame.comparedWith(format.period(before.from, before.to))}
      <span className="ht-compare">
        {before && ' · '}
        <a href={hereWith(view, { compare: before ? 'none' : '' })} data-key="c">
          {before ? words.frame.compareNot : words.frame.compare}
        </a>
      </span>
    </span>
  )
}
