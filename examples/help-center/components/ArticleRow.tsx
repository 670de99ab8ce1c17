import { ArticleLink } from '@helptally/next'
import type { Article } from '../lib/articles'
import { articlePath } from '../lib/paths'

export function ArticleRow({ article: { slug, locale, title, description } }: { article: Article }) {
  return (
    <li>
      <ArticleLink className="article-row" href={articlePath(locale, slug)}>
        <strong>{title}</strong>
        <span>{description}</span>
      </ArticleLink>
    </li>
  )
}
