import type { SpeedOutcome, VitalsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { RateText } from '../parts/RateText.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { limitsText } from './limitsText.js'
import { NAVIGATIONS } from './navigationOf.js'
import { RatingMark } from './RatingMark.js'
import type { Rating } from './vitalRating.js'

const RATING_OF: Readonly<Record<SpeedOutcome['speed'], Rating>> = {
  good: 'good',
  needs_improvement: 'needs_work',
  poor: 'poor',
}
const SPEEDS = Object.keys(RATING_OF)

/** What came of openings, the fast ones first, page loads and navigations inside the app apart. */
export function SpeedCosts({ report, view }: { report: VitalsReport; view: View }): ReactElement {
  const words = view.words.on.performance
  const ofKind = (kind: SpeedOutcome['navigation']) =>
    report.speed
      .filter(({ navigation }) => navigation === kind)
      .toSorted((a, b) => SPEEDS.indexOf(a.speed) - SPEEDS.indexOf(b.speed))
  return (
    <Panel id="ht-speed" title={words.costs} definition={report.definition} meaning={words.costsMeaning} view={view}>
      {report.speed.length === 0 ? (
        <p className="ht-quiet">{words.noSpeed}</p>
      ) : (
        <>
          <ScrollTable caption={words.costs} className="ht-numbers ht-speed">
            <thead>
              <tr>
                <th scope="col">{view.words.vitals.navigation}</th>
                <th scope="col">{words.speed}</th>
                <th scope="col">{words.read}</th>
                <th scope="col">{words.quickExit}</th>
              </tr>
            </thead>
            <tbody>
              {NAVIGATIONS.flatMap(ofKind).map((row) => (
                <Row key={row.navigation + row.speed} row={row} view={view} />
              ))}
            </tbody>
          </ScrollTable>
          <p className="ht-note">{words.costsNote(limitsText('LCP', view))}</p>
        </>
      )}
    </Panel>
  )
}

function Row({ row, view }: { row: SpeedOutcome; view: View }): ReactElement {
  return (
    <tr>
      <th scope="row">{view.words.on.performance.kind[row.navigation]}</th>
      <td>
        <RatingMark rating={RATING_OF[row.speed]} view={view} />
      </td>
      <td>
        <RateText rate={row.read} view={view} />
      </td>
      <td>
        <RateText rate={row.quick_exit} view={view} />
      </td>
    </tr>
  )
}
