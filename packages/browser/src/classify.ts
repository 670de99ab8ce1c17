import type { ArticleRef, FindArticle, Nav } from '@helptally/core'
import { classifyByAddress, isSameOrigin, type Opening } from './classifyByAddress.js'
import { INTENT_LIFE_MS, type Intent, isFresh } from './page/intent.js'
import type { Page } from './ports/ports.js'

export interface Circumstances {
  readonly article: ArticleRef
  readonly nav: Nav
  readonly now: number
  readonly intent: Intent | null
  /** Last input of the reader in this document, epoch ms. */
  readonly actedAt: number
  readonly page: Page
  readonly find: FindArticle
}

/** Why an article is shown. What the reader chose comes first; without it, the address that led here has to tell. */
export function classify({ article, nav, now, intent, actedAt, page, find }: Circumstances): Opening {
  const isChosen = (nav === 'load' || nav === 'soft') && isFresh(intent, now)
  // A full load that left by a click of this site and came to another article was redirected.
  if (isChosen && (leadsTo(intent, article) || (nav === 'load' && isSameOrigin(page)))) {
    const { at: _at, article: _article, from: _from, ...chosen } = intent
    return { ...chosen, nav }
  }
  // A script showed it; if the reader had just acted, in answer to that.
  if (nav === 'soft' && now - actedAt < INTENT_LIFE_MS) return { entry: 'article_click', via: 'nav', nav }
  return classifyByAddress(nav, page, find)
}

function leadsTo(intent: Intent, article: ArticleRef): boolean {
  return intent.article === null || intent.article === article.id
}
