import type { ReadingStep } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { RateText } from '../parts/RateText.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'

/** What the curve draws, in numbers. */
export function CurveTable({ steps, view }: { steps: readonly ReadingStep[]; view: View }): ReactElement {
  const words = view.words.on.article
  return (
    <ScrollTable caption={words.curve} className="ht-numbers">
      <thead>
        <tr>
          <th scope="col">{words.curveDepth}</th>
          <th scope="col">{words.curveSaw}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ scroll, openings }) => (
          <tr key={scroll}>
            <th scope="row">{view.format.share(scroll / 100)}</th>
            <td>
              <RateText rate={openings} view={view} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
