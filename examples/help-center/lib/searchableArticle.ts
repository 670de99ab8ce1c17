import type { Article } from './articles'
import { readDocument, wordsOf } from './markdown/headings'
import type { SearchableArticle } from './search'

/** What of an article can be found. */
export function searchableArticle({ slug, title, description, body, category }: Article): SearchableArticle {
  const { tokens, headings } = readDocument(body)
  return {
    id: slug,
    title,
    description,
    headings: [...headings.values()].map(({ text }) => text).join('\n'),
    body: tokens.map(wordsOf).join('\n'),
    isReference: category === 'reference',
  }
}
