import type { GapsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { queryText } from '../parts/queryText.js'
import type { View } from '../view.js'

export function BiggestGaps({ report, view }: { report: GapsReport; view: View }): ReactElement {
  const { format, hrefs, address } = view
  const words = view.words.on.overview
  return (
    <Panel id="ht-gaps" title={words.gaps} definition={report.definition} view={view}>
      {report.rows.length === 0 ? (
        <p className="ht-quiet">{words.noGaps}</p>
      ) : (
        <ol className="ht-list">
          {report.rows.map(({ query, score }) => (
            <li key={query}>
              <a href={hrefs.to('sessions', { ...address, query })}>
                <bdi>{queryText(query, view)}</bdi>
              </a>
              <span className="ht-quiet">{words.score(format.plain(score))}</span>
            </li>
          ))}
        </ol>
      )}
      <p className="ht-more">
        <a href={hrefs.to('gaps', address)}>{words.all}</a>
      </p>
    </Panel>
  )
}
