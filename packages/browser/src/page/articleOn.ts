import type { ArticleRef, FindArticle } from '@helptally/core'
import type { PageSeen } from '../ports/ports.js'
import { onScreen } from './onScreen.js'
import { saysMissing } from './saysMissing.js'

/** Characters. A section may be longer in an event, and need not. */
const LONGEST = 64
const MOST_DIGITS = 7

/** The article that the page on screen is; null when it is none, or says that it does not exist. */
export function articleOn(page: PageSeen, find: FindArticle): ArticleRef | null {
  const article = page.failed || saysMissing() ? null : find(page.url().pathname)
  return article && { ...article, rev: said(article, 'rev'), section: said(article, 'section') }
}

/** How many words it has, as the site counted them. */
export function wordsOn(article: ArticleRef): number | undefined {
  return Math.abs(Number.parseInt(said(article, 'words', MOST_DIGITS)!, 10)) || undefined
}

/** What the page says of an article, in `data-help-` and a name. What is longer than an event takes would cost that. */
function said({ id }: ArticleRef, name: string, longest = LONGEST): string | undefined {
  const mark = `data-help-${name}`
  return onScreen(`[${mark}]`, id)?.getAttribute(mark)?.slice(0, longest) || undefined
}
