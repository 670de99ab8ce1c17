import type { ArticleNumbers, ArticleReport, Rate } from '@helptally/server/reports'
import type { ReactElement, ReactNode } from 'react'
import type { ArticleFigure } from '../messages/article.js'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import type { View } from '../view.js'

interface Props {
  readonly report: ArticleReport
  readonly totals: ArticleNumbers
  readonly before: ArticleReport | null
  readonly view: View
}

/** The numbers of all revisions together, each beside that of the period before. */
export function ArticleFigures({ report, totals, before, view }: Props): ReactElement {
  const { format } = view
  const words = view.words.on.article
  const figure = (of: ArticleFigure, value: (numbers: ArticleNumbers) => number | Rate | null, more: More = {}) => (
    <Figure
      of={of}
      name={words.figure[of].name}
      meaning={words.figure[of].meaning}
      now={value(totals)}
      before={before ? before.totals && value(before.totals) : undefined}
      definition={report.definition}
      view={view}
      {...more}
    />
  )
  const behind = (measure: string) => ({ href: hrefBehind(measure, report.article, view) })
  const { engaged_p75_ms: quarter, helpfulness } = totals
  return (
    <Figures title={words.figures}>
      {figure('opens', ({ opens }) => opens)}
      {figure('session_views', ({ session_views }) => session_views, behind('rows'))}
      {figure('read', ({ read }) => read, behind('read'))}
      {figure('engaged', ({ engaged_median_ms }) => engaged_median_ms, {
        reckoned: 'engaged_median_ms',
        write: format.duration,
        aside: quarter === null ? undefined : words.quarterLonger(format.duration(quarter)),
      })}
      {figure('scroll', ({ scroll_median }) => scroll_median, {
        reckoned: 'scroll_median',
        write: (percent) => format.share(percent / 100),
      })}
      {figure('helpfulness', (numbers) => numbers.helpfulness, {
        aside: helpfulness.low === null ? undefined : view.words.on.overview.atLeast(format.share(helpfulness.low)),
      })}
      {figure('quick_exit', ({ quick_exit }) => quick_exit, behind('quick_exit'))}
      {figure('search_again', ({ search_again }) => search_again, behind('search_again'))}
      {figure('contact_after', ({ contact_after }) => contact_after)}
      {figure('failed', ({ failed }) => failed)}
    </Figures>
  )
}

interface More {
  readonly reckoned?: string
  readonly write?: (value: number) => string
  readonly aside?: ReactNode
  readonly href?: string
}

/** The filter takes the place of any other article's, which this page does not go by, and keeps the row among the first. */
function hrefBehind(measure: string, article: string, { hrefs, address }: View): string {
  return hrefs.to('sessions', { ...address, article, behind: `articles.${measure}`, row: article })
}
