import type { LiveReport, LiveSearch } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { QueryLink } from '../parts/QueryLink.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { When } from './When.js'

export function LatestSearches({ report, view }: { report: LiveReport; view: View }): ReactElement {
  const words = view.words.on.live
  const { searches, searches_withheld: withheld } = report
  return (
    <Panel
      id="ht-searches"
      title={words.searches}
      definition={report.definition}
      meaning={words.searchesMeaning}
      view={view}
    >
      {searches.length + withheld === 0 && <p className="ht-quiet">{words.noSearches}</p>}
      {searches.length > 0 && (
        <ScrollTable caption={words.searches} className="ht-searches">
          <thead>
            <tr>
              <th scope="col">{words.query}</th>
              <th scope="col" className="ht-amount">
                {words.results}
              </th>
              <th scope="col">{words.when}</th>
            </tr>
          </thead>
          <tbody>
            {searches.map((search, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same query may come twice at one moment.
              <Row key={i} search={search} view={view} />
            ))}
          </tbody>
        </ScrollTable>
      )}
      {withheld > 0 && <p className="ht-note">{words.withheld(withheld, view.format.count(withheld))}</p>}
    </Panel>
  )
}

function Row({ search: { at, query, results }, view }: { search: LiveSearch; view: View }): ReactElement {
  const { words, format } = view
  return (
    <tr>
      <th scope="row" className="ht-article">
        <QueryLink query={query} view={view} />
      </th>
      <td className="ht-amount">{results === null ? words.event.searchFailed : format.count(results)}</td>
      <td>
        <When at={at} view={view} />
      </td>
    </tr>
  )
}
