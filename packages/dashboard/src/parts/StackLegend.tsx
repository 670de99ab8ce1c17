import type { ReactElement, ReactNode } from 'react'

interface Props {
  /** What its names are, for those who hear the page. */
  readonly label: string
  readonly marks: readonly (readonly [key: string, mark: ReactNode])[]
  /** What the broken outline means; null where no bar has one. */
  readonly soFar: string | null
}

/** The parts of a stacked chart by fill and name, and the bar that goes on. */
export function StackLegend({ label, marks, soFar }: Props): ReactElement {
  return (
    <ul className="ht-legend" aria-label={label}>
      {marks.map(([key, mark]) => (
        <li key={key}>{mark}</li>
      ))}
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
