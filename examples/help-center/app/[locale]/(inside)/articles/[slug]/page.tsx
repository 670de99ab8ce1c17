import { ArticleFeedback, SuggestedArticles } from '@helptally/next'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticleHead } from '../../../../../components/article/ArticleHead'
import { Contents } from '../../../../../components/article/Contents'
import { Markdown } from '../../../../../components/article/Markdown'
import { findArticle, listArticles, relatedArticles } from '../../../../../lib/articles'
import { localeOf } from '../../../../../lib/localeOf'
import { LOCALES } from '../../../../../lib/locales'
import { readDocument } from '../../../../../lib/markdown/headings'
import { languagesOf } from '../../../../../lib/metadata'
import { articlePath } from '../../../../../lib/paths'
import { suggestionOf } from '../../../../../lib/suggestionOf'
import { wordsFor } from '../../../../../lib/words'

type Props = PageProps<'/[locale]/articles/[slug]'>

const RELATED_COUNT = 3

export const generateStaticParams = () =>
  LOCALES.flatMap((locale) => listArticles(locale).map(({ slug }) => ({ locale, slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title, description, locale, slug } = await articleOf(params)
  return { title, description, alternates: languagesOf(articlePath(locale, slug)) }
}

export default async function ArticlePage({ params }: Props) {
  const article = await articleOf(params)
  const { locale } = article
  const words = wordsFor(locale)
  const text = readDocument(article.body)

  return (
    <main id="content" tabIndex={-1} className="article-page">
      <article className="article">
        <ArticleHead article={article} />
        <Markdown document={text} locale={locale} />
      </article>
      <Contents title={words.article.contents} document={text} />
      <div className="article-after">
        <ArticleFeedback messages={words.feedback} />
        <SuggestedArticles
          list="related"
          title={words.article.related}
          items={relatedArticles(article, RELATED_COUNT).map(suggestionOf)}
        />
      </div>
    </main>
  )
}

async function articleOf(params: Props['params']) {
  const { slug } = await params
  return findArticle(await localeOf(params), slug) ?? notFound()
}
