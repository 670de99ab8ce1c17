import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticleRow } from '../../../../../components/ArticleRow'
import { Breadcrumb } from '../../../../../components/Breadcrumb'
import { CategoryIcon } from '../../../../../components/icons/CategoryIcon'
import { articlesIn } from '../../../../../lib/articles'
import { CATEGORIES, isCategory } from '../../../../../lib/categories'
import { localeOf } from '../../../../../lib/localeOf'
import { languagesOf } from '../../../../../lib/metadata'
import { categoryPath } from '../../../../../lib/paths'
import { wordsFor } from '../../../../../lib/words'

type Props = PageProps<'/[locale]/categories/[category]'>

export const generateStaticParams = () => CATEGORIES.map((category) => ({ category }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, category } = await shelfOf(params)
  return { ...wordsFor(locale).categories[category], alternates: languagesOf(categoryPath(locale, category)) }
}

export default async function CategoryPage({ params }: Props) {
  const { locale, category } = await shelfOf(params)
  const { title, description } = wordsFor(locale).categories[category]

  return (
    <main id="content" tabIndex={-1} className="narrow category">
      <Breadcrumb locale={locale} current={title} />
      <header className="category-head">
        <CategoryIcon category={category} />
        <div>
          <h1>{title}</h1>
          <p className="lead">{description}</p>
        </div>
      </header>
      <ul className="article-rows">
        {articlesIn(locale, category).map((article) => (
          <ArticleRow key={article.slug} article={article} />
        ))}
      </ul>
    </main>
  )
}

async function shelfOf(params: Props['params']) {
  const { category } = await params
  return { locale: await localeOf(params), category: isCategory(category) ? category : notFound() }
}
