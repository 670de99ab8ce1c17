import type { Arrivals, ArticleNumbers, ArticleReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { EntryMark } from '../parts/EntryMark.js'
import { Panel } from '../parts/Panel.js'
import { QueryLink } from '../parts/QueryLink.js'
import { RateText } from '../parts/RateText.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'

interface Props {
  readonly report: ArticleReport
  readonly totals: ArticleNumbers
  readonly view: View
}

/** How its readers came: by entry, by link, by what they searched. */
export function WaysIn({ report, totals, view }: Props): ReactElement {
  const { format } = view
  const words = view.words.on.article
  return (
    <Panel id="ht-arrivals" title={words.arrivals} definition={report.definition} view={view}>
      <ScrollTable caption={words.arrivals} className="ht-arrivals">
        <thead>
          <tr>
            <th scope="col">{view.words.filter.entry}</th>
            <th scope="col">{words.via}</th>
            <th scope="col">{words.query}</th>
            <th scope="col" className="ht-amount">
              {words.opened}
            </th>
            <th scope="col" className="ht-amount">
              {words.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.arrivals.map((row) => (
            <tr key={[row.entry, row.via, row.query].join('|')}>
              <td>
                <EntryMark entry={row.entry} view={view} />
              </td>
              <td>{view.words.via[row.via]}</td>
              <td className="ht-query">
                <Searched row={row} view={view} />
              </td>
              <td className="ht-amount">{format.count(row.opens)}</td>
              <td className="ht-amount">
                <RateText rate={{ rate: row.opens / totals.opens, n: totals.opens }} view={view} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {report.arrivals.some(({ withheld }) => withheld > 0) && <p className="ht-note">{words.withheldNote}</p>}
    </Panel>
  )
}

function Searched({ row, view }: { row: Arrivals; view: View }): ReactElement {
  const { query, withheld } = row
  if (query !== null) return <QueryLink query={query} view={view} />
  return (
    <span className="ht-quiet">
      {withheld === 0 ? '—' : view.words.on.article.withheld(withheld, view.format.count(withheld))}
    </span>
  )
}
