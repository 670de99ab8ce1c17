import type { GapsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { Tabs } from '../parts/Tabs.js'
import type { View } from '../view.js'
import { GapsTable } from './GapsTable.js'
import { GAP_TABS, gapStatusOf } from './gapStatus.js'
import { OtherGaps } from './OtherGaps.js'

/** The gaps of the chosen status, or why there is none, and what is not shown of them. */
export function GapsPanel({ report, view }: { report: GapsReport; view: View }): ReactElement {
  const { format, hrefs, address } = view
  const words = view.words.on.gaps
  const { rows, totals, definition } = report
  const { withheld } = totals
  const status = gapStatusOf(view.address.tab)
  const tabs = GAP_TABS.map(
    (one) => [one, words.statusTab(words.status[one], format.count(totals.by_status[one]))] as const,
  )
  return (
    <Panel
      id="ht-gaps"
      title={words.list}
      definition={definition}
      csv="gaps"
      csvParams={{ limit: '200', status }}
      view={view}
    >
      <Tabs label={words.tabs} tabs={tabs} current={status} view={view} />
      {rows.length === 0 ? (
        <>
          <p className="ht-tab-lead">{status === 'open' ? words.none : words.noneOf[status]}</p>
          {status === 'open' && (
            <p className="ht-note">
              {words.noneNext} <a href={hrefs.to('search', address)}>{words.toSearch}</a>
            </p>
          )}
        </>
      ) : (
        <>
          <p className="ht-note ht-tab-lead">{words.statusLead[status]}</p>
          <OtherGaps rows={rows} />
          <GapsTable rows={rows} view={view} />
          <p className="ht-note ht-gaps-note">{words.ways}</p>
        </>
      )}
      {rows.length < totals.gaps && (
        <p className="ht-note">{words.most(format.count(rows.length), format.count(totals.gaps))}</p>
      )}
      {withheld.searches > 0 && (
        <p className="ht-note">{words.withheld(format.count(withheld.queries), format.count(withheld.searches))}</p>
      )}
    </Panel>
  )
}
