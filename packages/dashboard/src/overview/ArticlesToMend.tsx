import type { ArticlesReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

export function ArticlesToMend({ report, view }: { report: ArticlesReport; view: View }): ReactElement {
  const { format, hrefs, address } = view
  const words = view.words.on.overview
  const rows = report.rows.filter(({ failed }) => (failed.rate ?? 0) > 0)
  return (
    <Panel id="ht-mend" title={words.toMend} definition={report.definition} view={view}>
      {rows.length === 0 ? (
        <p className="ht-quiet">{words.noneToMend}</p>
      ) : (
        <ol className="ht-list">
          {rows.map(({ article, failed }) => (
            <li key={article}>
              <a href={hrefs.to('article', { ...address, of: article })}>
                <bdi>{seen(article)}</bdi>
              </a>
              <span className="ht-quiet">
                {words.failedOf(format.count(Math.round(failed.rate! * failed.n)), format.count(failed.n))}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p className="ht-more">
        <a href={hrefs.to('articles', address)}>{words.all}</a>
      </p>
    </Panel>
  )
}
