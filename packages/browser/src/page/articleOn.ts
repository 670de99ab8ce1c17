import type { ArticleRef } from '@helptally/core'
import type { FindArticle } from '../articlePattern.js'
import type { PageSeen } from '../ports/ports.js'
import { saysMissing } from './saysMissing.js'

/** The article that the page on screen is; null when it is none, or says that it does not exist. */
export function articleOn(page: PageSeen, find: FindArticle): ArticleRef | null {
  return page.failed || saysMissing() ? null : find(page.url().pathname)
}
