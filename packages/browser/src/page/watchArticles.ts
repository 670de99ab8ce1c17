import type { ArticleRef, Nav } from '@helptally/core'
import type { FindArticle } from '../articlePattern.js'
import type { Ports } from '../ports/ports.js'

/** Put on the page that says "not found", so that it never counts as an article. */
const MISSING = '[data-help-missing]'

export interface ArticleWatch {
  /** Looks now at what was about to be looked at: the page is left. */
  settle(): void
  stop(): void
}

/** The article on screen has changed; null when the page shows none. */
export type OnArticle = (article: ArticleRef | null, nav: Nav) => void

/**
 * Tells which article is shown: at the load, after each navigation within the document, and after a return from the
 * back/forward cache. The same article under another query, fragment or language is no change.
 */
export function watchArticles(
  { clock, page, lifecycle }: Ports,
  find: FindArticle,
  onArticle: OnArticle,
): ArticleWatch {
  let shownId: string | undefined
  let pending: { readonly nav: Nav; cancel(): void } | undefined

  const look = (nav: Nav, missing: boolean) => {
    pending = undefined
    const article = missing || document.querySelector(MISSING) ? null : find(page.url().pathname)
    if (article?.id === shownId) return
    shownId = article?.id
    onArticle(article, nav)
  }
  // The address changes before the new page is drawn, and a redirect changes it twice.
  const lookSoon = (nav: Nav) => {
    pending?.cancel()
    pending = { nav, cancel: clock.after(0, () => look(nav, false)) }
  }
  const stopNavigate = page.onNavigate(lookSoon)
  const stopReturn = lifecycle.onReturn(() => {
    shownId = undefined
    look('history', page.failed)
  })
  look(page.loadedBy, page.failed)
  return {
    settle() {
      if (!pending) return
      pending.cancel()
      look(pending.nav, false)
    },
    stop() {
      pending?.cancel()
      stopNavigate()
      stopReturn()
    },
  }
}
