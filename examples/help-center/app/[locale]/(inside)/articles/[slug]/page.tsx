import { ArticleBody, ArticleFeedback, SuggestedArticles } from '@helptally/next'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticleHead } from '../../../../../components/article/ArticleHead'
import { Contents } from '../../../../../components/article/Contents'
import { Markdown } from '../../../../../components/article/Markdown'
import { findArticle, listArticles, relatedArticles } from '../../../../../lib/articles'
import { localeOf } from '../../../../../lib/localeOf'
import { LOCALES } from '../../../../../lib/locales'
import { readDocument, wordsOf } from '../../../../../lib/markdown/headings'
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
      <ArticleBody
        className="article"
        article={article.slug}
        words={text.tokens.map(wordsOf).join('\n')}
        rev={article.updated}
        section={article.category}
      >
        <ArticleHead article={article} />
        <Markdown document={text} locale={locale} />
      </ArticleBody>
      <Contents title={words.article.contents} document={text} />
      <div className="article-after">
        <ArticleFeedback messages={words.feedback} />
        <SuggestedArticles
          list="related"
          algorithm="named-then-neighbours"
          title={words.article.related}
          items={relatedArticles(article, RELATED_COUNT).map(suggestionOf)}
        />
        <p className="article-contact">
          <a href="https://github.com/helptally/helptally/issues" data-help-contact="issue">
            {words.article.contact}
          </a>
        </p>
      </div>
    </main>
  )
}

async function articleOf(params: Props['params']) {
  const { slug } = await params
  return findArticle(await localeOf(params), slug) ?? notFound()
}
