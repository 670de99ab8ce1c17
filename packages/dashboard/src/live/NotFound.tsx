import type { LiveReport, NotFoundPage } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'
import { When } from './When.js'

/** Pages that readers missed: each wants a redirect, or an article. */
export function NotFound({ report, view }: { report: LiveReport; view: View }): ReactElement {
  const words = view.words.on.live
  return (
    <Panel
      id="ht-not-found"
      title={words.notFound}
      definition={report.definition}
      meaning={words.notFoundMeaning}
      view={view}
    >
      {report.not_found.length === 0 ? (
        <p className="ht-quiet">{words.noNotFound}</p>
      ) : (
        <ScrollTable caption={words.notFound} className="ht-not-found">
          <thead>
            <tr>
              <th scope="col">{words.address}</th>
              <th scope="col">{words.referrer}</th>
              <th scope="col" className="ht-amount">
                {words.times}
              </th>
              <th scope="col">{words.lastTime}</th>
            </tr>
          </thead>
          <tbody>
            {report.not_found.map((missed) => (
              <Row key={missed.page} missed={missed} view={view} />
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Panel>
  )
}

function Row({ missed: { page, referrer, times, at }, view }: { missed: NotFoundPage; view: View }): ReactElement {
  return (
    <tr>
      <th scope="row" className="ht-article">
        <bdi title={page}>{seen(page)}</bdi>
      </th>
      <td className="ht-wrap">{referrer ? <bdi>{seen(referrer)}</bdi> : '—'}</td>
      <td className="ht-amount">{view.format.count(times)}</td>
      <td>
        <When at={at} view={view} />
      </td>
    </tr>
  )
}
