import type { VitalsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'
import { Choices } from './Choices.js'
import { navigationOf } from './navigationOf.js'
import { SharesTable } from './SharesTable.js'
import { vitalShares } from './vitalShares.js'

/** How many page views were good, in need of work and poor, by each vital. */
export function VitalsRated({ report, view }: { report: VitalsReport; view: View }): ReactElement {
  const words = view.words.on.performance
  const navigation = navigationOf(view.address)
  const shares = vitalShares(report.rows, navigation)
  return (
    <Panel id="ht-rated" title={words.rated} definition={report.definition} meaning={words.ratedMeaning} view={view}>
      <Choices view={view} />
      {shares.length === 0 ? (
        <p className="ht-quiet">{words.noneOf[navigation]}</p>
      ) : (
        <>
          <SharesTable shares={shares} caption={`${words.rated}: ${words.kind[navigation]}`} view={view} />
          <p className="ht-note">{words.weighted}</p>
        </>
      )}
    </Panel>
  )
}
