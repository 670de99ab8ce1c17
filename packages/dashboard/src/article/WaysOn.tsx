import type { ArticleNumbers, ArticleReport, Departures } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { RateText } from '../parts/RateText.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

interface Props {
  readonly report: ArticleReport
  readonly totals: ArticleNumbers
  readonly view: View
}

/** Where its readers went after it, in the same session. */
export function WaysOn({ report, totals, view }: Props): ReactElement {
  const words = view.words.on.article
  return (
    <Panel
      id="ht-departures"
      title={words.departures}
      definition={report.definition}
      meaning={words.departuresMeaning}
      view={view}
    >
      <ScrollTable caption={words.departures} className="ht-numbers">
        <thead>
          <tr>
            <th scope="col">{words.nextHead}</th>
            <th scope="col">{words.opened}</th>
            <th scope="col">{words.share}</th>
          </tr>
        </thead>
        <tbody>
          {report.departures.map((row) => (
            <tr key={`${row.next}|${row.article}`}>
              <th scope="row" className="ht-query">
                <Next row={row} view={view} />
              </th>
              <td>{view.format.count(row.opens)}</td>
              <td>
                <RateText rate={{ rate: row.opens / totals.opens, n: totals.opens }} view={view} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Panel>
  )
}

function Next({ row, view }: { row: Departures; view: View }): ReactElement {
  const { hrefs, address } = view
  const words = view.words.on.article
  if (row.next !== 'article') return <>{words.next[row.next]}</>
  return (
    <>
      <span className="ht-quiet">{words.next.article}</span>{' '}
      <a href={hrefs.to('article', { ...address, of: row.article })}>
        <bdi>{seen(row.article)}</bdi>
      </a>
    </>
  )
}
