import type { Article } from '../../lib/articles'
import { fill } from '../../lib/fill'
import { wordsFor } from '../../lib/words'
import { Breadcrumb } from '../Breadcrumb'

export function ArticleHead({ article }: { article: Article }) {
  const { locale, category, title, description, updated } = article
  const date = new Date(updated).toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const [before, after] = fill(wordsFor(locale).article.updated, { date: '|' }).split('|')

  return (
    <header className="article-head">
      <Breadcrumb locale={locale} category={category} current={title} />
      <h1>{title}</h1>
      <p className="lead">{description}</p>
      <p className="updated">
        {before}
        <time dateTime={updated}>{date}</time>
        {after}
      </p>
    </header>
  )
}
