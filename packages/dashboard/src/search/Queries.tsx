import type { SearchesReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { Tabs } from '../parts/Tabs.js'
import { sorted, sortingOf } from '../sorting.js'
import type { View } from '../view.js'
import { VALUES } from './columns.js'
import { QueriesTable } from './QueriesTable.js'
import { QUERY_TABS, QUESTIONS, tabOf } from './queryTabs.js'

/** The queries that the chosen tab asks about, and what is not shown of them. */
export function Queries({ report, view }: { report: SearchesReport; view: View }): ReactElement {
  const { format, address } = view
  const words = view.words.on.search
  const { withheld } = report.totals
  const tab = tabOf(address.tab)
  const sorting = sortingOf(address.sort, QUESTIONS[tab].sort)
  const rows = sorted(report.rows.filter(QUESTIONS[tab].holds), sorting, VALUES)
  const tabs = QUERY_TABS.map((one) => [one, words.tab[one].name] as const)
  return (
    <Panel
      id="ht-queries"
      title={words.queries}
      definition={report.definition}
      csv="searches"
      csvParams={{ limit: '200' }}
      view={view}
    >
      <Tabs label={words.tabs} tabs={tabs} current={tab} view={view} />
      {rows.length === 0 ? (
        <p className="ht-tab-lead">{report.rows.length === 0 ? words.allWithheld : words.tab[tab].none}</p>
      ) : (
        <>
          <p className="ht-note ht-tab-lead">{words.tab[tab].lead}</p>
          <QueriesTable rows={rows} sorting={sorting} view={view} />
        </>
      )}
      {report.rows.length > 0 && <p className="ht-note">{words.chosenFrom(format.count(report.rows.length))}</p>}
      {withheld.searches > 0 && (
        <p className="ht-note">{words.withheld(format.count(withheld.queries), format.count(withheld.searches))}</p>
      )}
    </Panel>
  )
}
