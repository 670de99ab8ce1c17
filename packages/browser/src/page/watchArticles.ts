import type { ArticleRef, Nav } from '@helptally/core'
import type { FindArticle } from '../articlePattern.js'
import type { Ports } from '../ports/ports.js'

/** Put on the page that says "not found", so that it never counts as an article. */
const MISSING = '[data-help-missing]'

/** The article on screen has changed; null when the page shows none. */
export type OnArticle = (article: ArticleRef | null, nav: Nav) => void

/**
 * Tells which article is shown: at the load, after each navigation within the document, and after a return from the
 * back/forward cache. The same article under another query, fragment or language is no change.
 */
export function watchArticles({ clock, page, lifecycle }: Ports, find: FindArticle, onArticle: OnArticle): () => void {
  let shownId: string | undefined
  let cancel: (() => void) | undefined

  const look = (nav: Nav, missing: boolean) => {
    cancel = undefined
    const article = missing || document.querySelector(MISSING) ? null : find(page.url().pathname)
    if (article?.id === shownId) return
    shownId = article?.id
    onArticle(article, nav)
  }
  // The address changes before the new page is drawn, and a redirect changes it twice.
  const settle = (nav: Nav) => {
    cancel?.()
    cancel = clock.after(0, () => look(nav, false))
  }
  const stopNavigate = page.onNavigate(settle)
  const stopReturn = lifecycle.onReturn(() => {
    shownId = undefined
    look('history', page.failed)
  })
  look(page.loadedBy, page.failed)
  return () => {
    cancel?.()
    stopNavigate()
    stopReturn()
  }
}
