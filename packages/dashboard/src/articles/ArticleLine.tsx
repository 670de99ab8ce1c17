import type { ArticleRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { RateBehind } from '../parts/RateBehind.js'
import { RateText } from '../parts/RateText.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'
import { ArticleName } from './ArticleName.js'
import { lowClass } from './lowClass.js'
import { ReadingCells } from './ReadingCells.js'

/** A score orders articles; finer than that it says nothing. */
const SCORE_DIGITS = 1

/** One article; what is of few openings in grey. */
export function ArticleLine({ row, view }: { row: ArticleRow; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.articles
  const { article, opens } = row
  const behind = (of: 'read' | 'quick_exit' | 'search_again') => (
    <RateBehind
      rate={row[of]}
      name={words.column[of]}
      about={seen(article)}
      behind={`articles.${of}`}
      row={article}
      view={view}
    />
  )
  return (
    <tr>
      <ArticleName article={article} view={view} />
      <td className={lowClass(opens)}>{format.plain(Number(row.score.toFixed(SCORE_DIGITS)))}</td>
      <ReadingCells numbers={row} behind={behind} view={view}>
        <td>
          <RateText rate={row.votes} view={view} />
        </td>
      </ReadingCells>
    </tr>
  )
}
