import type { Metadata } from 'next'
import { CategoryCard } from '../../../components/CategoryCard'
import { Header } from '../../../components/Header'
import { Hero } from '../../../components/Hero'
import { UsefulArticles } from '../../../components/UsefulArticles'
import { articlesIn, mostUsefulArticles } from '../../../lib/articles'
import { CATEGORIES } from '../../../lib/categories'
import { localeOf } from '../../../lib/localeOf'
import { languagesOf } from '../../../lib/metadata'
import { homePath } from '../../../lib/paths'
import { wordsFor } from '../../../lib/words'

const MOST_USEFUL_COUNT = 6

export async function generateMetadata({ params }: PageProps<'/[locale]'>): Promise<Metadata> {
  return { alternates: languagesOf(homePath(await localeOf(params))) }
}

export default async function HomePage({ params }: PageProps<'/[locale]'>) {
  const locale = await localeOf(params)
  const words = wordsFor(locale).home

  return (
    <>
      <Header locale={locale} />
      <main id="content" tabIndex={-1}>
        <Hero locale={locale} />
        <UsefulArticles title={words.mostUseful} articles={mostUsefulArticles(locale, MOST_USEFUL_COUNT)} />
        <section className="wide topics" aria-labelledby="topics">
          <h2 id="topics">{words.categories}</h2>
          <div className="topics-grid">
            {CATEGORIES.map((category) => (
              <CategoryCard
                key={category}
                locale={locale}
                category={category}
                articles={articlesIn(locale, category)}
              />
            ))}
          </div>
        </section>
      </main>
    </>
  )
}
