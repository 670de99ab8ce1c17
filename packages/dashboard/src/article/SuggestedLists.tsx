import type { ArticleReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { RateText } from '../parts/RateText.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

/** The lists of suggestions that were seen on the article. */
export function SuggestedLists({ report, view }: { report: ArticleReport; view: View }): ReactElement {
  const { hrefs, address } = view
  const words = view.words.on.article
  const { suggested, definition } = report
  return (
    <Panel
      id="ht-suggested"
      title={words.suggested}
      definition={definition}
      meaning={words.suggestedMeaning}
      view={view}
    >
      {suggested.length === 0 ? (
        <p className="ht-quiet">{words.noSuggested}</p>
      ) : (
        <ScrollTable caption={words.suggested} className="ht-suggested-table">
          <thead>
            <tr>
              <th scope="col">{words.listHead}</th>
              <th scope="col">{words.algorithm}</th>
              <th scope="col" className="ht-amount">
                {words.clicked}
              </th>
            </tr>
          </thead>
          <tbody>
            {suggested.map(({ list, algorithm, clicked }) => (
              <tr key={`${list}|${algorithm}`}>
                <th scope="row" className="ht-article">
                  <bdi title={list}>{seen(list)}</bdi>
                </th>
                <td className="ht-query">
                  {algorithm ? <bdi>{seen(algorithm)}</bdi> : <span className="ht-quiet">—</span>}
                </td>
                <td className="ht-amount">
                  <RateText rate={clicked} view={view} />
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <p className="ht-more">
        <a href={hrefs.to('suggestions', address)}>{words.toSuggestions}</a>
      </p>
    </Panel>
  )
}
