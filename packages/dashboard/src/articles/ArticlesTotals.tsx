import type { ArticlesReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import type { View } from '../view.js'

interface Props {
  readonly report: ArticlesReport
  readonly before: ArticlesReport | null
  readonly view: View
}

export function ArticlesTotals({ report: { totals, definition }, before, view }: Props): ReactElement {
  const words = view.words.on.articles
  return (
    <Figures title={words.totals}>
      <Figure
        of="articles"
        name={words.articles}
        now={totals.articles}
        before={before?.totals.articles}
        definition={definition}
        meaning={words.articlesMeaning}
        view={view}
      />
      <Figure
        of="opens"
        name={words.openings}
        now={totals.opens}
        before={before?.totals.opens}
        definition={definition}
        meaning={words.openingsMeaning}
        view={view}
      />
    </Figures>
  )
}
