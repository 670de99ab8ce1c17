import type { ArticleReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'

/** Votes by their reasons, the most frequent first. */
export function Votes({ report, view }: { report: ArticleReport; view: View }): ReactElement {
  const words = view.words.on.article
  const { event } = view.words
  return (
    <Panel id="ht-votes" title={words.votes} definition={report.definition} meaning={words.votesMeaning} view={view}>
      {report.reasons.length === 0 ? (
        <p className="ht-quiet">{words.noVotes}</p>
      ) : (
        <ScrollTable caption={words.votes} className="ht-reason-table">
          <thead>
            <tr>
              <th scope="col">{words.vote}</th>
              <th scope="col">{words.reason}</th>
              <th scope="col" className="ht-amount">
                {words.voteCount}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.reasons.map(({ value, reason, votes }) => (
              <tr key={`${value}|${reason}`}>
                <td>{value === 1 ? event.votedUp : event.votedDown}</td>
                <td>{reason ? event.voteReason[reason] : <span className="ht-quiet">{words.noReason}</span>}</td>
                <td className="ht-amount">{view.format.count(votes)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Panel>
  )
}
