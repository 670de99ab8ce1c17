import { ArticleLink } from '@helptally/next'
import type { Article } from '../lib/articles'
import { articlePath } from '../lib/paths'

interface UsefulArticlesProps {
  readonly title: string
  readonly articles: readonly Article[]
}

export function UsefulArticles({ title, articles }: UsefulArticlesProps) {
  return (
    <section className="wide useful" aria-labelledby="useful">
      <h2 id="useful">{title}</h2>
      <ul className="useful-grid">
        {articles.map(({ slug, locale, title, description }) => (
          <li key={slug}>
            <ArticleLink className="card useful-card" href={articlePath(locale, slug)}>
              <strong>{title}</strong>
              <span>{description}</span>
            </ArticleLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
