import type { ArticleRef, Nav } from '@helptally/core'
import type { FindArticle } from '../articlePattern.js'
import type { Ports } from '../ports/ports.js'

/** Put on the page that says "not found", so that it never counts as an article. */
const MISSING = '[data-help-missing]'

export interface ArticleWatch {
  /** Looks now at what was about to be looked at: the page is left. */
  settle(): void
  /** The page is back from the bfcache: its article is on screen again. */
  lookAgain(): void
  stop(): void
}

/** The article on screen has changed; null when the page shows none. */
export type OnArticle = (article: ArticleRef | null, nav: Nav) => void

/**
 * Tells which article is shown, at the load and after each navigation within the document.
 * The same article under another query, fragment or language is no change.
 */
export function watchArticles({ clock, page }: Ports, find: FindArticle, onArticle: OnArticle): ArticleWatch {
  let shownId: string | undefined
  let pending: { readonly nav: Nav; cancel(): void } | undefined

  const look = (nav: Nav) => {
    pending = undefined
    const article = page.failed || document.querySelector(MISSING) ? null : find(page.url().pathname)
    if (article?.id === shownId) return
    shownId = article?.id
    onArticle(article, nav)
  }
  // The address changes before the new page is drawn, and a redirect changes it twice. After Back, routers rewrite the
  // entry they came to: that is still Back.
  const lookSoon = (next: Nav) => {
    const nav = pending?.nav === 'history' ? 'history' : next
    pending?.cancel()
    pending = { nav, cancel: clock.after(0, () => look(nav)) }
  }
  const stopNavigate = page.onNavigate(lookSoon)
  look(page.loadedBy)
  return {
    settle() {
      if (!pending) return
      pending.cancel()
      look(pending.nav)
    },
    lookAgain() {
      shownId = undefined
      look('history')
    },
    stop() {
      pending?.cancel()
      stopNavigate()
    },
  }
}
