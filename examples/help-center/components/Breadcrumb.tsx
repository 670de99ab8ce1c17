import Link from 'next/link'
import type { Category } from '../lib/categories'
import type { Locale } from '../lib/locales'
import { categoryPath, homePath } from '../lib/paths'
import { wordsFor } from '../lib/words'

interface BreadcrumbProps {
  readonly locale: Locale
  /** The shelf above this page. */
  readonly category?: Category
  /** The title of this page. */
  readonly current: string
}

export function Breadcrumb({ locale, category, current }: BreadcrumbProps) {
  const { article, categories } = wordsFor(locale)
  return (
    <nav className="breadcrumb" aria-label={article.breadcrumb}>
      <ol>
        <li>
          <Link href={homePath(locale)}>{article.home}</Link>
        </li>
        {category && (
          <li>
            <Link href={categoryPath(locale, category)}>{categories[category].title}</Link>
          </li>
        )}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
