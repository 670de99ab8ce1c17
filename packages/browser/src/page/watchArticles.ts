import type { ArticleRef, FindArticle, Nav } from '@helptally/core'
import type { Ports } from '../ports/ports.js'
import { articleOn } from './articleOn.js'

export interface ArticleWatch {
  /** This article is on screen now. */
  see(article: ArticleRef | null, nav: Nav): void
  /** The article on screen is known already. */
  know(article: ArticleRef): void
  /** Looks now at what was about to be looked at: the page is left. */
  settle(): void
  /** The page is back from the bfcache: its article is on screen again. */
  lookAgain(): void
  stop(): void
}

/** The article on screen has changed; null when the page shows none. Without `nav` it is the same one in another language. */
export type OnArticle = (article: ArticleRef | null, nav: Nav | null) => void

/**
 * Tells which article is shown after each navigation within the document.
 * The same article under another query or fragment is no change.
 */
export function watchArticles(
  { clock, page }: Pick<Ports, 'clock' | 'page'>,
  find: FindArticle,
  onArticle: OnArticle,
): ArticleWatch {
  let shown: ArticleRef | null = null
  let pending: { readonly nav: Nav; cancel(): void } | undefined

  const see = (article: ArticleRef | null, nav: Nav) => {
    const isSame = article?.id === shown?.id
    if (isSame && article?.lang === shown?.lang) return
    shown = article
    onArticle(article, isSame ? null : nav)
  }
  const look = (nav: Nav) => {
    pending = undefined
    see(articleOn(page, find), nav)
  }
  // The address changes before the new page is drawn, and a redirect changes it twice. After Back, routers rewrite the
  // entry they came to: that is still Back.
  const lookSoon = (next: Nav) => {
    const nav = pending?.nav === 'history' ? 'history' : next
    pending?.cancel()
    pending = { nav, cancel: clock.after(0, () => look(nav)) }
  }
  const stopNavigate = page.onNavigate(lookSoon)
  return {
    see,
    know(article) {
      shown = article
    },
    settle() {
      if (!pending) return
      pending.cancel()
      look(pending.nav)
    },
    lookAgain() {
      shown = null
      look('history')
    },
    stop() {
      pending?.cancel()
      stopNavigate()
    },
  }
}
