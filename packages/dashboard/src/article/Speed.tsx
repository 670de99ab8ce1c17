import type { ArticleReport, SpeedOutcome } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { RateText } from '../parts/RateText.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'

/** By the names of the words. */
const RATING = { good: 'good', needs_improvement: 'needs_work', poor: 'poor' } as const satisfies Record<
  SpeedOutcome['speed'],
  string
>

/** What came of its openings, by how fast they showed. */
export function Speed({ report, view }: { report: ArticleReport; view: View }): ReactElement {
  const words = view.words.on.article
  const { vitals } = view.words
  return (
    <Panel id="ht-speed" title={words.speed} definition={report.definition} meaning={words.speedMeaning} view={view}>
      {report.speed.length === 0 ? (
        <p className="ht-quiet">{words.noSpeed}</p>
      ) : (
        <>
          <ScrollTable caption={words.speed} className="ht-numbers">
            <thead>
              <tr>
                <th scope="col">{words.speedHead}</th>
                <th scope="col">{words.figure.read.name}</th>
                <th scope="col">{words.figure.quick_exit.name}</th>
              </tr>
            </thead>
            <tbody>
              {report.speed.map(({ navigation, speed, read, quick_exit }) => (
                <tr key={`${navigation}|${speed}`}>
                  <th scope="row">
                    {vitals.rating[RATING[speed]]} <span className="ht-quiet">{vitals[navigation]}</span>
                  </th>
                  <td>
                    <RateText rate={read} view={view} />
                  </td>
                  <td>
                    <RateText rate={quick_exit} view={view} />
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
          <p className="ht-note">{words.speedNote}</p>
        </>
      )}
    </Panel>
  )
}
