import type { ArticleRef } from '@helptally/core'
import { isLanguageTag, PAGE_LIMIT } from '@helptally/core/page'
import type { PageSeen } from '../ports/ports.js'

/** Where an event happened. */
export interface Place {
  /** Path, without query and fragment: they may hold secrets. */
  readonly page: string
  readonly article: ArticleRef | null
  /** BCP 47. */
  readonly locale?: string
}

/** The page on screen, or the one at `url`, showing that article. */
export function placeAt({ locale, url: here }: PageSeen, article: ArticleRef | null, url: URL = here()): Place {
  return { page: url.pathname.slice(0, PAGE_LIMIT), article, ...(isLanguageTag(locale) && { locale }) }
}
