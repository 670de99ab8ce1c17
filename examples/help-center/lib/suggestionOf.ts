import type { SuggestedArticle } from '@helptally/next'
import type { Article } from './articles'
import { articlePath } from './paths'

export function suggestionOf({ slug, locale, title, description }: Article): SuggestedArticle {
  return { id: slug, href: articlePath(locale, slug), title, detail: description }
}
