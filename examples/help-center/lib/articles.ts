import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from 'react'
import { CATEGORIES, type Category } from './categories'
import { type FrontMatter, readFrontMatter } from './frontMatter'
import type { Locale } from './locales'

export interface Article extends FrontMatter {
  /** The file's name, the same in every language: the article's id. */
  readonly slug: string
  readonly locale: Locale
  /** Markdown. */
  readonly body: string
}

/** `docs/` of the repository, whose pages are the articles. Next runs in the folder of the example. */
const DOCS = join(process.cwd(), '..', '..', 'docs')

/** All articles of a language, by category and rank. */
export const listArticles = cache((locale: Locale): readonly Article[] =>
  readdirSync(join(DOCS, locale))
    .filter((name) => name.endsWith('.md'))
    .map((name) => readArticle(locale, name))
    .sort(byShelf),
)

export function findArticle(locale: Locale, slug: string): Article | undefined {
  return listArticles(locale).find((article) => article.slug === slug)
}

export function articlesIn(locale: Locale, category: Category): readonly Article[] {
  return listArticles(locale).filter((article) => article.category === category)
}

/** What to read after an article: what it names itself, then its neighbours on the shelf. */
export function relatedArticles(article: Article, count: number): readonly Article[] {
  const named = article.related.map((slug) => findArticle(article.locale, slug))
  const neighbours = articlesIn(article.locale, article.category)
  const others = [...named, ...neighbours].filter((other) => other !== undefined && other.slug !== article.slug)
  return [...new Set(others as Article[])].slice(0, count)
}

/** The articles that most other articles send their readers to. */
export function mostUsefulArticles(locale: Locale, count: number): readonly Article[] {
  const articles = listArticles(locale)
  const pointers = (slug: string) => articles.filter(({ related }) => related.includes(slug)).length
  return articles.toSorted((a, b) => pointers(b.slug) - pointers(a.slug)).slice(0, count)
}

function readArticle(locale: Locale, name: string): Article {
  const source = readFileSync(join(DOCS, locale, name), 'utf8')
  return { slug: name.replace(/\.md$/, ''), locale, ...readFrontMatter(source, `docs/${locale}/${name}`) }
}

function byShelf(a: Article, b: Article): number {
  return CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) || a.order - b.order
}
