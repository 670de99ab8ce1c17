import type { ReactElement } from 'react'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import type { Step } from './funnelSteps.js'

/** What the funnel draws, in numbers. */
export function FunnelTable({ steps, view }: { steps: readonly Step[]; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.search
  return (
    <ScrollTable caption={words.funnel} className="ht-numbers ht-steps">
      <thead>
        <tr>
          <th scope="col">{words.stepName}</th>
          <th scope="col">{words.column.searches}</th>
          <th scope="col">{words.ofAll}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, count, share }) => (
          <tr key={step}>
            <th scope="row">
              {words.step[step]} <small className="ht-quiet">{words.stepMeaning[step]}</small>
            </th>
            <td>{format.count(count)}</td>
            <td>{format.share(share)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
