import { ArticleLink } from '@helptally/next'
import Link from 'next/link'
import type { Article } from '../lib/articles'
import type { Category } from '../lib/categories'
import { fill } from '../lib/fill'
import type { Locale } from '../lib/locales'
import { articlePath, categoryPath } from '../lib/paths'
import { wordsFor } from '../lib/words'
import { CategoryIcon } from './icons/CategoryIcon'

interface CategoryCardProps {
  readonly locale: Locale
  readonly category: Category
  readonly articles: readonly Article[]
}

/** What a card shows of a long shelf; the rest is one click away. */
const SHOWN_COUNT = 5

export function CategoryCard({ locale, category, articles }: CategoryCardProps) {
  const { [category]: words, oneArticle, manyArticles, allArticles } = wordsFor(locale).categories
  const count = articles.length
  return (
    <section className="card topic" aria-labelledby={`topic-${category}`}>
      <CategoryIcon category={category} />
      <h3 id={`topic-${category}`}>
        <Link href={categoryPath(locale, category)}>{words.title}</Link>
      </h3>
      <p className="topic-count">{fill(count === 1 ? oneArticle : manyArticles, { count })}</p>
      <p className="topic-description">{words.description}</p>
      <ul>
        {articles.slice(0, SHOWN_COUNT).map(({ slug, title }) => (
          <li key={slug}>
            <ArticleLink href={articlePath(locale, slug)}>{title}</ArticleLink>
          </li>
        ))}
      </ul>
      {count > SHOWN_COUNT && (
        <Link className="topic-all" href={categoryPath(locale, category)}>
          {fill(allArticles, { count })}
        </Link>
      )}
    </section>
  )
}
