import type { ArticleRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { RateBehind } from '../parts/RateBehind.js'
import { RateText } from '../parts/RateText.js'
import type { View } from '../view.js'
import { ArticleName } from './ArticleName.js'
import { lowClass } from './lowClass.js'

/** A score orders articles; finer than that it says nothing. */
const SCORE_DIGITS = 1

/** One article; what is of few openings in grey. */
export function ArticleLine({ row, view }: { row: ArticleRow; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.articles
  const { article, opens, helpfulness, engaged_median_ms: engaged } = row
  const low = lowClass(opens)
  const behind = (of: 'read' | 'quick_exit' | 'search_again') => (
    <RateBehind
      rate={row[of]}
      name={words.column[of]}
      about={article}
      behind={`articles.${of}`}
      row={article}
      view={view}
    />
  )
  return (
    <tr>
      <ArticleName article={article} view={view} />
      <td className={low}>{format.plain(Number(row.score.toFixed(SCORE_DIGITS)))}</td>
      <td className={low}>{format.count(opens)}</td>
      <td>{behind('read')}</td>
      <td>{behind('quick_exit')}</td>
      <td className={low}>{engaged === null ? '—' : format.duration(engaged)}</td>
      <td className={low}>{format.share(row.scroll_median / 100)}</td>
      <td>
        <RateText rate={{ rate: helpfulness.low, n: helpfulness.n }} view={view} />
      </td>
      <td>
        <RateText rate={row.votes} view={view} />
      </td>
      <td>{behind('search_again')}</td>
      <td>
        <RateText rate={row.contact_after} view={view} />
      </td>
      <td>
        <RateText rate={row.failed} view={view} />
      </td>
    </tr>
  )
}
