import type { ArticleNumbers } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { formatsOf } from './format/formats.js'
import type { DashboardLocale } from './locale.js'
import { articleBadgeWords } from './messages/articleBadge.js'

export interface ArticleBadgeProps {
  /** null when it was not opened. */
  readonly numbers: ArticleNumbers | null
  /** Of so many days. */
  readonly days: number
  /** The article's page in the dashboard. */
  readonly href: string
  readonly locale: DashboardLocale
}

/** An article's numbers in one line, for those who edit it. It looks like the text around it. */
export function ArticleBadge({ numbers, days, href, locale }: ArticleBadgeProps): ReactElement {
  const { count, share } = formatsOf(locale, 'UTC')
  const words = articleBadgeWords[locale]
  const helpfulness = numbers?.helpfulness
  const said = [
    words.opens(numbers?.opens ?? 0, count(numbers?.opens ?? 0)),
    numbers?.read.rate != null && words.read(share(numbers.read.rate)),
    helpfulness?.rate != null && words.helpful(share(helpfulness.rate), helpfulness.n, count(helpfulness.n)),
    words.days(days, count(days)),
  ]
  return (
    <a className="ht-article-badge" href={href} lang={locale}>
      {said.filter(Boolean).join(' · ')}
    </a>
  )
}
