import type { SearchesReport } from '@helptally/server/reports'
import { scaleLinear } from 'd3-scale'
import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'

/** Which of the results readers open: bars in a table that says their numbers. */
export function ClickPlaces({ report, view }: { report: SearchesReport; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.search
  const { clicks, clicks_at: places } = report.totals
  const told = places.reduce((sum, at) => sum + at, 0)
  const width = scaleLinear()
    .domain([0, Math.max(1, ...places)])
    .range([0, 100])
  return (
    <Panel id="ht-places" title={words.places} definition={report.definition} meaning={words.placesMeaning} view={view}>
      {told === 0 ? (
        <p className="ht-quiet">{words.noPlaces}</p>
      ) : (
        <>
          <ScrollTable caption={words.places} className="ht-numbers ht-places">
            <thead>
              <tr>
                <th scope="col">{words.place}</th>
                <th scope="col" colSpan={2}>
                  {words.clicks}
                </th>
                <th scope="col">{words.ofThese}</th>
              </tr>
            </thead>
            <tbody>
              {places.map((at, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity.
                <tr key={i}>
                  <th scope="row">{format.count(i + 1)}</th>
                  <td className="ht-place-bar">
                    <svg aria-hidden="true" width="100%" height="12">
                      <rect className="ht-funnel-bar" width={percent(width(at))} height="12" rx="3" />
                    </svg>
                  </td>
                  <td>{format.count(at)}</td>
                  <td>{format.share(at / told)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
          <p className="ht-note">{words.placesTold(format.count(told), format.count(clicks))}</p>
        </>
      )}
    </Panel>
  )
}
